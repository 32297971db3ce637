package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Another program, in another language and with another library, answers the vectors of submitters' signatures alike. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmittersSecondProgramTest {

    private static final Path SPECIFICATION = Path.of("..", "docs", "spec");

    @Test
    void python_answers_the_vectors_alike() {
        Path python = Need.program("python3");
        Need.of(
                Programs.succeeds(List.of(python.toString(), "-c", "import cryptography")),
                "python3 has no cryptography: apt-get install python3-cryptography");

        String said = Programs.run(List.of(
                python.toString(),
                Path.of("src", "test", "resources", "submitters.py").toString(),
                SPECIFICATION.resolve("vectors").resolve("submitters.json").toString(),
                SPECIFICATION.resolve("submitters.md").toString()));

        System.out.print("python3: " + said);
        assertThat(said).endsWith(" answers alike\n");
    }
}

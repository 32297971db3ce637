package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** docs/DEPENDENCIES.md against the build: nothing comes in without a reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DependenciesPageTest {

    private static final Path ROOT = Path.of("..");
    private static final String OURS = "org.stele";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]+ \\| ([^|]*) \\| [^|]{10,} \\| [^|]+ \\|$");
    private static final Pattern ARTIFACT = Pattern.compile("`([A-Za-z0-9._-]+)`");

    @Test
    void every_direct_dependency_and_every_plugin_is_on_the_page_with_its_reason_and_nothing_else_is()
            throws Exception {
        TreeSet<String> direct = new TreeSet<>();
        for (Path pom : poms()) {
            Document document = parse(pom);
            for (String element : List.of("dependency", "plugin", "path")) {
                addAll(direct, document.getElementsByTagName(element));
            }
        }

        assertThat(onPage()).containsExactlyInAnyOrderElementsOf(direct);
    }

    /** What is only given a version, or left out of another, is no dependency. */
    private static void addAll(TreeSet<String> direct, NodeList elements) {
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            String parents = parents(element);
            boolean isManaged = parents.contains("dependencyManagement");
            if (!isManaged
                    && !OURS.equals(child(element, "groupId"))
                    && !child(element, "artifactId").isEmpty()) {
                direct.add(child(element, "artifactId"));
            }
        }
    }

    private static String parents(Element element) {
        StringBuilder names = new StringBuilder();
        for (var parent = element.getParentNode(); parent != null; parent = parent.getParentNode()) {
            names.append(parent.getNodeName()).append(' ');
        }
        return names.toString();
    }

    private static String child(Element element, String name) {
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals(name)) {
                return children.item(i).getTextContent().strip();
            }
        }
        return "";
    }

    private static Document parse(Path pom) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    }

    private static List<Path> poms() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                3,
                (file, _) -> file.endsWith("pom.xml") && !file.toString().contains("target"))) {
            return files.toList();
        }
    }

    private static TreeSet<String> onPage() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/DEPENDENCIES.md"));
        String libraries = page.substring(0, page.indexOf("## Implemented here"));
        return ROW.matcher(libraries)
                .results()
                .flatMap(row -> ARTIFACT.matcher(row.group(1)).results())
                .map(artifact -> artifact.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

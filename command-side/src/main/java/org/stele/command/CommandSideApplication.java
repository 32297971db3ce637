package org.stele.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The command side as an application of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(CommandSideConfiguration.class)
@PropertySource("classpath:command-side.properties")
public class CommandSideApplication {

    static void main(String[] args) {
        SpringApplication.run(CommandSideApplication.class, args);
    }
}

package org.stele.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side as an application of its own. */
@SpringBootApplication
public class CommandSideApplication {

    static void main(String[] args) {
        SpringApplication.run(CommandSideApplication.class, args);
    }
}

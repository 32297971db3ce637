package org.stele.standalone.home;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * The reason of a failure for a person. The messages of file errors are only a path, and those of network errors often
 * empty.
 */
public final class Reason {

    private Reason() {}

    /** One sentence at least, never null. */
    public static String of(Throwable failure) {
        return switch (failure) {
            case FileAlreadyExistsException file ->
                "%s is a file, where a folder is needed. Name another folder.".formatted(file.getFile());
            case NotDirectoryException file -> "%s is no folder. Name one that is.".formatted(file.getFile());
            case NoSuchFileException file -> "%s does not exist. Correct the name.".formatted(file.getFile());
            case AccessDeniedException file ->
                "%s may not be read or written by this user. Change its owner or its mode, or name another."
                        .formatted(file.getFile());
            case FileSystemException file ->
                "%s: %s. Change that, or name another.".formatted(file.getFile(), file.getReason());
            case UnknownHostException host -> "The host %s is not known. Correct the name.".formatted(nameOnly(host));
            case UnresolvedAddressException _ -> "The host is not known. Correct the name.";
            case ConnectException refused -> said(refused, "Nobody answers there.");
            default -> said(failure, "It failed: " + failure.getClass().getSimpleName() + ".");
        };
    }

    private static String said(Throwable failure, String otherwise) {
        String message = failure.getMessage();
        if (message != null && !message.isBlank()) {
            return message;
        }
        return failure.getCause() == null ? otherwise : of(failure.getCause());
    }

    /** The resolver appends its own explanation to the name. */
    private static String nameOnly(Throwable unknownHost) {
        return String.valueOf(unknownHost.getMessage()).replaceAll(":.*", "");
    }
}

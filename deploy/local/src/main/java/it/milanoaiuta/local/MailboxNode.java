package it.milanoaiuta.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** The mailbox's own process: GreenMail's SMTP server, without any mailbox that could be asked. */
final class MailboxNode {

    private static final String SUFFIX = ".txt";

    private MailboxNode() {}

    public static void main(String[] arguments) throws Exception {
        Path mails = Path.of(arguments[1]);
        GreenMail server = new GreenMail(
                new ServerSetup(Integer.parseInt(arguments[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        // somebody must get a mail to be rid of it; her copy goes with the next one
        GreenMailUser nobody = server.getUserManager().createUser("nobody@localhost", "nobody", UUID.randomUUID().toString());
        server.getUserManager().setMessageDeliveryHandler((mail, address) -> {
            keep(mail.getMessage(), address, mails);
            forget(server);
            return nobody;
        });
    }

    private static void keep(MimeMessage mail, MailAddress to, Path mails) throws MessagingException {
        String whoAndWhen = Instant.now().toString().replace(":", ".") + " " + to.getEmail().replaceAll("[^\\w@.+-]", "_");
        try {
            Private.write(mails.resolve(whoAndWhen + SUFFIX),
                    "To: " + to.getEmail() + "\nSubject: " + mail.getSubject() + "\n\n" + text(mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of several versions the plain one, which comes first. */
    private static String text(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart versions ? text(versions.getBodyPart(0)) : part.getContent().toString();
    }

    private static void forget(GreenMail server) {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}

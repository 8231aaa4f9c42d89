package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a refusal by the key of its message, which must read as one line in both languages. */
final class Refused {
    private Refused() {}

    static void with(String key, ThrowingCallable action, String... said) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refusal.class, refusal -> {
            Message message = refusal.problem().message();
            assertThat(message.key()).isEqualTo(key);
            for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
                assertThat(List.of(said))
                        .allSatisfy(part -> assertThat(format(locale, message)).contains(part));
                assertThat(format(locale, message)).doesNotContain("{", "\n").endsWith(".");
            }
        });
    }

    private static String format(Locale locale, Message message) {
        String path = "/messages/%s/database.properties".formatted(locale.getLanguage());
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(Refused.class.getResourceAsStream(path), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(texts.getProperty(message.key())).as(message.key()).isNotNull();
        return new MessageFormat(texts.getProperty(message.key()), locale)
                .format(message.args().toArray());
    }
}

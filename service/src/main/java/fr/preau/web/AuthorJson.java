package fr.preau.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import fr.preau.kernel.AccountId;
import java.io.IOException;

/**
 * The name of an author as the API writes it: null once the account is erased. The words that pages show there are of a
 * language, and a program would take them for a name.
 */
public final class AuthorJson extends StdSerializer<String> {
    public AuthorJson() {
        super(String.class);
    }

    @Override
    public void serialize(String name, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (AccountId.ERASED.equals(name)) {
            json.writeNull();
            return;
        }
        json.writeString(name);
    }
}

package fr.preau.database;

/** A role of the server and its password, which no log shows. */
record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}

package it.milanoaiuta.volunteers.shift;

/** What somebody does in a shift: a closed list. */
public enum Role {
    HELPER, DRIVER, PACKER, SORTER, COURIER, INTERPRETER, LEAD
}

package it.milanoaiuta.volunteers.shift;

/** What somebody does in a shift: a closed list. COURIER delivers, LEAD leads the team, HELPER does whatever is to be done. */
public enum Role {
    HELPER, DRIVER, PACKER, SORTER, COURIER, INTERPRETER, LEAD
}

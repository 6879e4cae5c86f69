package org.supervision.workflow;

/** The directory people sign in at, which other systems use too; exists only where the accounts are not the application's own. */
public interface SharedDirectory {

    /** Whether it answers at this moment. */
    boolean answers();

    /** Ends the person's session there, for all systems they have signed in to by it. */
    void endSession(String id);
}

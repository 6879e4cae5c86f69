package org.supervision.reporting;

/** Why something is not published; each follows an article of the State Council's Regulation on the Disclosure of Government Information. */
public enum WithholdingGround {
    /** 国家秘密 or forbidden by law (article 14). */
    STATE_SECRET,
    /** Endangers national or public security, economic security or social stability (article 14). */
    SECURITY,
    /** 商业秘密、个人隐私 (article 15). */
    SECRETS_OF_OTHERS,
    /** Internal affairs such as personnel and logistics (article 16). */
    INTERNAL_AFFAIRS,
    /** Records of discussion and process (article 16). */
    PROCESS_INFORMATION,
    /** Files of administrative enforcement (article 16). */
    ENFORCEMENT_FILE
}

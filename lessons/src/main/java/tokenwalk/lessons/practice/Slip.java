package tokenwalk.lessons.practice;

/** What a wrong answer of the lab comes from. */
public enum Slip {
    FORGOT_TO_DIVIDE,
    FORGOT_EXP,
    TYPED_THE_LOGIT,
    PERCENT,
    NOT_RENORMALISED,
    KEPT_TOO_FEW,
    KEPT_TOO_MANY,
    WRONG_SUM,
    LEFT_ONE_OUT,
    CUMULATIVE,
    OWN_SHARE,
    MULTIPLIED_BY_T,
    EXP_BEFORE_DIVIDING,
    DIVIDED_THE_SHARE,
    MIXED_UP,
    ROUNDED_TOO_EARLY,
    NOT_THE_BEST,
    NOT_FROM_THE_TOP,
    /** A number where a word is asked for, or the other way round. */
    WRONG_KIND
}

"""How people ask, in English and Arabic, and what lists are called that ask for nothing.

Everything is compared folded (`kernel.arabic.fold`: lower case, one form of each letter, single spaces). Words that
ask are verbs and nouns of recommending, demanding, suggesting, calling, asking, appealing, concluding; weak ones
(agreed, outcomes, priorities) count only where nothing stronger stands in the document.
"""

import re
from typing import Final

from supportroom.kernel.arabic import fold

RECOMMEND, DEMAND, SUGGEST, CALL, REQUEST, CONCLUDE = "recommend", "demand", "suggest", "call", "request", "conclude"
_LONGEST_NAME = 6  # words
_THE = "(?:و|ف|ب|ل|ك|وب|ول)?(?:ال|لل)?"  # what is written together with an Arabic noun
_AND = "(?:و|ف|س|وس)?"  # and with a verb
_ENDS = "(?:ت|وا|نا|ون|ين|ن)?(?:كم|كن|هم)?"
_ASKING: Final = {
    RECOMMEND: (
        r"recommend\w*|advis(?:e|es|ed) (?:that|the|to)",
        rf"{_AND}(?:[نيت]وصي|اوص[يت]|اوصوا|اوصينا){_ENDS}",
        rf"{_THE}توصي(?:ه|ات|اته|اتها|اتنا|اتهم)",
    ),
    DEMAND: (
        r"demand(?:s|ed|ing)?|insist(?:s|ed)?|requir(?:e|es|ed|ements?)",
        rf"{_AND}[نيت]?طالب{_ENDS}",
        rf"{_THE}(?:مطالب|مطلب|مطاليب)(?:نا|هم|ها|ات|ه|ين)?",
    ),
    SUGGEST: (
        r"suggest(?:s|ed|ing|ions?)?|propos(?:e|es|ed|ing|als?)",
        rf"{_AND}[نيتا]قترح{_ENDS}",
        rf"{_THE}(?:اقتراح|مقترح)(?:ات|نا|ها|هم|اتنا)?",
    ),
    CALL: (
        r"call(?:s|ed|ing)? (?:on|upon|for)|calls? to action|appeal(?:s|ed|ing)?|urg(?:e|es|ed|ing)",
        rf"{_AND}(?:[نيت]دعو|دعا|دعت|دعوا|دعونا){_ENDS}",
        rf"{_AND}(?:[نيت]?ناشد|[نيت]?حث){_ENDS}",
        rf"{_THE}مناشد(?:ه|ات)",
    ),
    REQUEST: (
        r"request(?:s|ed|ing)?|ask(?:s|ed|ing)?|we (?:want|need|expect|hope)",
        rf"{_AND}(?:[نيت]طلب|طلب[تون])\w{{0,2}}",
        rf"{_AND}[نيت](?:امل|رجو|تمني){_ENDS}|{_THE}مطلوب",
    ),
    CONCLUDE: (
        r"conclu(?:de|ded|des|sions?)",
        r"(?:stress|emphasi[sz]|underlin|affirm|reiterat)\w* (?:\w+ ){0,4}?(?:need|necessity|importance|call|demand)",
        rf"{_AND}[نيت]?خلص{_ENDS} (?:\w+ ){{0,4}}?الي(?! ان\b)",
        rf"{_AND}(?:[نيت]?شدد|[نيت]?وكد|اكد){_ENDS} (?:\w+ ){{0,4}}?(?:ب?ضروره|اهميه|وجوب|مطالب\w*)",
    ),
}
_WEAK: Final = (
    r"agreed?|agreements?|outcomes?|outputs?|results?|decisions?|decid(?:e|ed|es)|resol(?:ve|ved|ves|utions?)",
    r"messages?|priorit(?:y|ies)|way forward|need(?:s|ed)?|measures?|steps|actions?|must|should",
    rf"{_AND}(?:اتفق|توافق|اجمع|قرر){_ENDS}|يجب|ينبغي|يتعين",
    rf"{_THE}(?:اتفاق|مخرجات|نتايج|قرارات|اولويات|احتياجات|خلاصات|خلاصه|اجراءات|تدابير|ضروره|حلول|رسايل)",
)
_STATEMENT: Final = (
    r"(?:statement|letter|appeal|message|memorandum|declaration|petition) (?:\w+ ){0,3}?(?:to|by|of|from|addressed)",
    r"(?:final|closing|joint|press) (?:statement|communique|declaration)|communique",
    rf"{_THE}(?:بيان|رساله|مذكره|نداء|اعلان|خطاب|عريضه)",
)
_TELLING: Final = (
    r"participants?|attend(?:ance|ees|ed)|present|apologies|agenda|schedule|timetable|signator\w*|signed|signatures",
    r"members of|speakers?|sessions?|date|venue|location|contacts?|about (?:us|the)|contents|background|context",
    r"introduction|methodology|objectives?|aims?|purpose|figures|annexes|appendices|sources|references|definitions?",
    r"glossary|principles|abbreviations|footnotes|thank(?:s|ed)?|copy to|distribution|absent|chair(?:ed|person)?",
    r"minutes taken|next steps|action (?:points|items)|follow up|attachments?|enclosures?|preamble|endorsed by|^how",
    r"^(?:our )?values$|what (?:happens|comes) next|(?:practical|organi[sz]ational) (?:matters|information)",
    r"^(?:housekeeping|logistics)$",
    r"(?:re)?affirming|recalling|recogni[sz]ing|noting|considering|acknowledging|believing|bearing in mind",
    rf"{_THE}(?:مشارك(?:ون|ين|ات)|حضور|حاضر(?:ون|ين|ات)|جدول|برنامج|موقع(?:ون|ين|ه|ات)|جلس(?:ات|ه)|تاريخ|مكان|توزيع)",
    rf"{_THE}(?:فهرس|محتويات|خلفيه|سياق|مقدمه|تمهيد|منهجيه|اهداف|هدف|مراجع|مصادر|تعاريف|مصطلحات|مبادي|ارقام)",
    rf"{_THE}(?:متحدث(?:ون|ين|ات)|ملاحق|شكر|خطوات (?:ال)?(?:قادمه|تاليه|مقبله))|للتواصل|اتصال|{_AND}[نيت]?شكر{_ENDS}",
    rf"{_THE}(?:مرفقات|ديباجه|قيمنا)|(?:شوون|امور|مسايل) (?:ال)?تنظيميه",
)
_DISCUSSED: Final = (
    r"facts|challenges?|obstacles?|difficult\w*|problems?|complaints?|concerns?|violations?|findings?|observations?",
    r"lessons|point(?:s|ed)? out|not(?:e|ed|es) (?:that|the)|observ(?:e|ed|es)|draw attention|discuss(?:ed|es|ions?)",
    r"disagree\w*|takeaways|(?:root )?causes|drivers",
    r"what (?:divides|worries|we (?:heard|saw|found|learned|learnt|recorded|understood))",
    r"(?:topics?|themes?)(?! \d)|questions?|key points|welcom(?:e|ed|es)|shared|spoke|raised|explained|described",
    rf"{_THE}(?:تحديات|مشكلات|مشاكل|صعوبات|عقبات|معوقات|ملاحظات|انتهاكات|شكاوي|مخاوف|اسيله|محاور|مواضيع|موضوعات)",
    rf"{_THE}(?:اسباب|جذور|مظاهر(?:ها|ه)?|تشخيص(?:ه|ها)?|ثغرات)|خلافيه",
    rf"{_THE}(?:نقاش(?:ات)?|مناقش(?:ه|ات)|مداخل(?:ه|ات))|{_AND}[نيت]?(?:ناقش|لاحظ|رحب|تطرق|تناول){_ENDS}",
)
_MANY: Final = (
    r"(?:we|they|participants|members|groups|organi[sz]ations|signatories|delegat\w+|attendees|women|youth"
    r"|representatives|undersigned|associations|circles|committees|experts|speakers|activists|families|residents"
    r"|interlocutors|respondents|refugees|survivors|citizens)"
)
_ONE: Final = r"(?:group|room|circle|committee|team|conference|meeting|network|coalition|forum|workshop|assembly)"
_AGAIN: Final = r"^(?:\w{1,3}\W+)?(?:(?:also|further|strongly|again) )?"  # before what a resolution does
_IN_PROSE: Final = (
    rf"{_MANY} (?:\w+ ){{0,4}}?(?:recommend|demand|propose|suggest|urge|insist|appeal)(?:e?d|ing)?",
    rf"{_ONE} (?:\w+ ){{0,4}}?(?:recommend|demand|propose|suggest|urge|insist|appeal)(?:e?[ds]|ing)",
    rf"(?:{_MANY}|{_ONE}) (?:\w+ ){{0,4}}?(?:call|ask)(?:ed|s)? (?:on|upon|for|that|the)",
    rf"(?:{_MANY}|{_ONE}) (?:\w+ ){{0,4}}?request(?:ed|s)?",
    rf"(?:{_MANY}|{_ONE}) (?:\w+ ){{0,4}}?(?:stress|emphasi[sz])\w* (?:\w+ ){{0,2}}?(?:need|necessity|importance)",
    rf"{_AGAIN}(?:calls (?:on|upon|for)|appeals to|urges)",
    rf"{_AGAIN}(?:request|demand|recommend|invite|encourage)s (?=the|all|that|both|its)",
    rf"{_AND}ن(?:طالب|دعو|وصي|قترح|ناشد|حث|طلب|رجو)(?:كم|كن|هم)?(?: منكم)?",
    rf"{_AND}(?:[يت](?:طالب|دعو|وصي|قترح|ناشد|حث)|طالب|اوصي|دعا|دعوا|اقترح|ناشد)(?:ت|وا|ون)?|{_AND}(?:اوصت|دعت|اوصوا)",
    rf"{_AND}[نيت]?(?:شدد|وكد|اكد){_ENDS} (?:\w+ ){{0,4}}?(?:ب?ضروره|اهميه|وجوب)",
)
_NOUNS: Final = (
    r"recommendations?|demands|suggestions?|proposals?|requests|appeals|calls? to action|asks",
    rf"{_THE}(?:توصي(?:ه|ات|اته|اتها|اتنا|اتهم)|(?:مطالب|مطاليب)(?:نا|هم|ها|ات)?|(?:اقتراح|مقترح)(?:ات|نا|ها|هم|اتنا)?)",
)
_NOT_ASKING: Final = (
    r"(?:not|no|never|without) (?:\w+ ){0,2}?(?:recommend|demand|suggest|propos|request|call)\w*",
    r"^(?:how|why|كيف|لماذا) .*",
    r"(?:was|were|been|being) asked (?:by|whether|if|about|how|what|why|who)",
    r"(?:was|were|been|being) asked to (?:set down|write|take|fill|rank|rate|list|name|describe|answer|discuss|vote)",
)


_DUTIES: Final = (
    r"(?<!\bwe )(?<!\bi )(?:should|must|ought to|needs? to be|has to be|have to be)(?! have\b)",
    rf"{_AND}(?:يجب (?:علي|ان|الا)|ينبغي|يتعين|لا ?بد (?:من|ان))",
)


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


ASKING: Final = {kind: _words(*patterns) for kind, patterns in _ASKING.items()}
WEAK, STATEMENT = _words(*_WEAK), _words(*_STATEMENT)
TELLING, DISCUSSED = _words(*_TELLING), _words(*_DISCUSSED)
IN_PROSE, NOT_ASKING, NOUNS = _words(*_IN_PROSE), _words(*_NOT_ASKING), _words(*_NOUNS)
DUTIES = _words(*_DUTIES)
CONCLUSIONS: Final = re.compile(
    r"(?:\w{1,4} )?(?:(?:the|key|main) )*conclusions|(?:\w{1,4} )?(?:ال)?(?:خلاصات|استنتاجات)"
)


def kind_of_asking(text: str) -> str:
    """Return which kind of asking a phrase holds, the one that stands last in it; nothing if none."""
    folded = NOT_ASKING.sub(" ", fold(text))
    found = [(match.start(), kind) for kind, pattern in ASKING.items() for match in pattern.finditer(folded)]
    return max(found)[1] if found else ""


def what_follows_asking(text: str) -> str:
    """Return the folded words that stand behind the last word that asks."""
    folded = fold(text)
    ends = [match.end() for pattern in ASKING.values() for match in pattern.finditer(folded)]
    return folded[max(ends, default=0) :].strip()


def what_precedes_asking(text: str) -> str:
    """Return the folded words that stand before the first word that asks."""
    folded = fold(text)
    starts = [match.start() for pattern in ASKING.values() for match in pattern.finditer(folded)]
    return folded[: min(starts, default=0)].strip()


def asks(text: str) -> bool:
    """Say whether a phrase announces that something is asked for."""
    return bool(kind_of_asking(text))


def names_asks(heading: str) -> bool:
    """Say whether a heading is a name for what is asked: "Key recommendations", "Demands to the donors"."""
    folded = fold(heading)
    return len(folded.split()) <= _LONGEST_NAME and NOUNS.search(folded) is not None


def ends_with_asks(text: str) -> bool:
    """Say whether the last word of a phrase names what is asked: "made these recommendations"."""
    last = fold(text).split()[-1:]
    return bool(last) and NOUNS.fullmatch(last[0]) is not None


def asks_by_noun(text: str) -> bool:
    """Say whether a phrase speaks of recommendations, and nobody in it recommends anything."""
    folded = NOT_ASKING.sub(" ", fold(text))
    return not asks(NOUNS.sub(" ", folded)) and NOUNS.search(folded) is not None


def may_ask(text: str) -> bool:
    """Say whether a phrase announces what may be asked for: what was agreed, what came out, what is needed."""
    return WEAK.search(fold(text)) is not None


def concludes(heading: str) -> bool:
    """Say whether a heading names conclusions and nothing else, beside which recommendations may stand."""
    return CONCLUSIONS.fullmatch(fold(heading)) is not None


def is_statement(text: str) -> bool:
    """Say whether a heading is that of a statement, a letter, an appeal."""
    return STATEMENT.search(fold(text)) is not None


def tells(text: str) -> bool:
    """Say whether a phrase announces particulars: who was there, when, where, what comes next."""
    return _last(TELLING, text) > _last(DISCUSSED, text)


def discusses(text: str) -> bool:
    """Say whether a phrase announces what was discussed, observed, complained of."""
    return _last(DISCUSSED, text) > _last(TELLING, text)


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Return where a phrase says such a thing for the last time; -1 for never."""
    return max((found.start() for found in pattern.finditer(fold(text))), default=-1)


def asks_in_prose(sentence: str) -> bool:
    """Say whether a sentence says that somebody asks for something."""
    return IN_PROSE.search(NOT_ASKING.sub(" ", fold(sentence))) is not None


def says_a_duty(sentence: str) -> bool:
    """Say whether a sentence says what somebody else should or must do; among others that ask, it asks as well."""
    return DUTIES.search(fold(sentence)) is not None

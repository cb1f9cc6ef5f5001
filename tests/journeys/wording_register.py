"""What is said on the way from an adopted statement to a public answer and a briefing: in both languages, invented."""

from tests.journeys.wording import Said

LETTER = Said(
    "نضع بين أيديكم ما اتفقنا عليه، ونرجو ردكم.", "We put before you what we agreed on, and hope for an answer."
)
ANSWER = Said("ندرج الترميم في موازنة العام القادم.", "Repairs are in the budget of the coming year.")
EVIDENCE = Said("قرار المجلس، الفقرة الثالثة", "Decision of the board, paragraph three")

SYMBOL = "TRIAL/7"
BRIEFING = Said("إحاطة التجربة", "Briefing of the trial")
NEAR = Said(
    "وقد طلبت الغرفة أن تُرمَّم شبكات المياه في الأحياء الأكثر ازدحاماً، وأضمّ صوتي إلى صوتها.",
    "The room has asked to repair the water networks of the most crowded quarters, and I join my voice to it.",
)
CONFIRMED = Said("أكّدها قارئ ثانٍ", "confirmed by a second reader")
FAR = Said("عاد المبعوث من جولة في ثلاث عواصم.", "The Envoy has come back from a journey to three capitals.")

LIST = Said("توصي المجموعة بما يلي:", "The group recommended:")
BROUGHT = (
    Said("أن تُحصى المدارس التي تحتاج سقفاً جديداً قبل الشتاء.", "Count the schools that need a new roof before winter."),
    Said("أن تُنشر أسماء الطرق المفتوحة كل أسبوع.", "Publish the names of the open roads every week."),
    Said("أن يُسأل سكان الخيام قبل نقلهم.", "Ask those who live in tents before they are moved."),
)
HEADING = Said("مخرجات ورشة الشتاء", "Outcomes of the winter workshop")
CORRECTED = Said("أن تُنشر أسماء الطرق السالكة كل يوم.", "Publish the names of the passable roads every day.")
BY = Said("ورشة متخيَّلة", "An invented workshop")

QUESTION = Said("متى يبدأ الترميم؟", "When will the repairs begin?")
REPLY = Said("قالت الجهة المخاطَبة: العام القادم.", "The addressee says: in the coming year.")

NEWS = Said("رد على ما طلبته الغرفة اليوم", "An answer to what the room asked today")
NEWS_WORDS = Said("وعد المانحون بالترميم هذا الشتاء.", "The donors promised repairs this winter.")
NEWS_CORRECTED = Said("وعد المانحون بالترميم العام القادم.", "The donors promised repairs in the coming year.")
WHY = Said("ذكرنا موعداً خاطئاً.", "We gave a wrong date.")


def briefing_in(language: str) -> str:
    """Give the text of the briefing, paragraph by paragraph."""
    return "\n\n".join(words.in_(language) for words in (FAR, NEAR))


def document_in(language: str) -> bytes:
    """Give an earlier document as a text file: a heading, a lead, three recommendations."""
    lines = [HEADING.in_(language), "", LIST.in_(language), *(f"- {words.in_(language)}" for words in BROUGHT)]
    return "\n".join(lines).encode()

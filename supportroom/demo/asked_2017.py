"""November 2017: what several organisations asked for when they declined an invitation to Geneva, in our own words.

Five suggestions, on how a room should work. Each: Arabic, English, the themes that it bears.
"""

DAY = (2017, 11, 24)
TITLE = ("بيان اعتذار عن دعوة إلى جنيف", "Statement on declining an invitation to Geneva")
BY = ("منظمات حقوقية سورية", "Syrian human rights organisations")
HEADING = ("مقترحات", "Suggestions")
SUGGESTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "إشراك المنظمات مسبقاً في اختيار موضوعات اللقاء مع مكتب المبعوث.",
        "Let organisations help choose the topics of a meeting beforehand, together with the Envoy's office.",
        (),
    ),
    (
        "أن تُسهم المنظمات في وضع أطر النقاش ونقاطه.",
        "Let organisations contribute to the frameworks and points of discussion.",
        (),
    ),
    (
        "أن يتولى الدعوات والتواصل أشخاص يعرفون موضوع اللقاء.",
        "Have invitations and contact handled by people who know the topic of the meeting.",
        (),
    ),
    (
        "أن تظهر مخرجات الغرفة كاملة في إحاطات المبعوث أمام مجلس الأمن.",
        "Bring the room's outcomes in full into the Envoy's briefings to the Security Council.",
        (),
    ),
    (
        "أن تُختتم أعمال الغرفة بمؤتمر صحفي يعرض نتائجها على السوريين والعالم.",
        "End the room's work with a press conference that tells Syrians and the world of its results.",
        (),
    ),
)

"""What is said on the way from a call for a group to a published paper: in both languages, all of it invented."""

from tests.journeys.wording import Said

GROUP = Said("أرشيف المدن المتعبة", "Archive of weary towns")
TASK = Said("ورقة تقول من يحفظ سجلات البلديات وكيف تُفتح.", "A paper on who keeps town records and how they open.")
STANDING = {
    "facilitator": (12, "TR", Said("أدرتُ أرشيفاً سنوات طويلة.", "I ran an archive for many years.")),
    "rapporteur": (11, "DE", Said("كتبتُ عن السجلات العقارية.", "I wrote about registers of land.")),
    "member": (10, "LB", Said("أعرف دواوين ثلاث مدن.", "I know the offices of three towns.")),
    "shielded_member": (2, "JO", Said("أتعلّم صون الورق.", "I am learning how paper is kept.")),
}
PASSED_OVER = Said("طلبتِ أن تعلّقي من خارج المجموعة.", "You asked to comment from outside the group.")
INSTEAD = Said("لا بدّ ممن يعرف صون الورق.", "Somebody who knows how paper is kept is needed.")
SEATED = ("facilitator", "rapporteur", "shielded_member")

SOURCE = Said("تقرير عن سجلات تحت الماء", "Report on records under water")
AUTHOR = "Sample, Nora"
NOTE = Said("الفصل الثالث هو ما نحتاجه.", "The third chapter is what we need.")
IN_FILE = ("Paper that outlived its house", "Keys of a town hall")
BIBTEX = """
@book{sample2019, title = {Paper that outlived its house}, author = {Sample, Nora}, year = {2019}, publisher = {Loom}}
@article{model2020, title = {Keys of a town hall}, author = {Model, Ilias}, journal = {Trial papers}, year = {2020}}
"""
POST = Said("هل نبدأ بسجلات النفوس؟", "Do we begin with registers of persons?")
REPLY = Said("نعم، وأرفقتُ مسودة.", "Yes; a draft is attached.")
HIDDEN_AUTHOR = "Somebody Unmentioned"
TASK_OF_GROUP = Said("جرد ما بقي من الدفاتر", "List which books are left")
MEETING = Said("اجتماع حول المسودة", "Meeting on the draft")
MINUTES = Said("اتفقنا على ترتيب الفقرات.", "We agreed on the order of the paragraphs.")

TITLE = Said("من يحفظ دفاتر المدن", "Who keeps the books of towns")
HEADING = Said("ما نقترحه", "What we propose")
PARAGRAPHS = (
    Said("تُفهرس البلديات دفاترها خلال عام.", "Towns list their books within a year."),
    Said("تُحفظ نسخة خارج البلاد.", "One copy is kept abroad."),
    Said("يطّلع كل مواطن على ما يخصّه.", "Every citizen reads what concerns them."),
)
LATER = Said("، ثم تنشر الفهرس", ", then publish the list")
AT_ONCE = (Said("تُفهرس البلديات دفاترها قبل الصيف.", "Towns list their books before summer."),
           Said("تُفهرس البلديات والمحاكم دفاترها.", "Towns and courts list their books."))  # fmt: skip
TOGETHER = Said("تُفهرس البلديات والمحاكم دفاترها قبل الصيف.", "Towns and courts list their books before summer.")
VERSION = Said("قبل التعليق", "Before the comments")

COMMENTS = {
    "member": Said("عام واحد لا يكفي القرى.", "One season is too short for villages."),
    "shielded_member": Said("من يدفع ثمن النسخة؟", "Who pays for the copy?"),
    "facilitator": Said("النسخة تحتاج حارساً.", "A copy needs a guardian."),
    "rapporteur": Said("الورقة تنسى المدارس.", "The paper forgets schools."),
}
PROPOSED = Said("تُفهرس البلديات والمحاكم دفاترها خلال عامين.", "Towns and courts list their books within two years.")
LATE = Said("تعليق وصل بعد الإغلاق.", "A remark that came after the close.")
REASONS = {
    "accepted": Said("تتكفل بها الجهة الحافظة.", "Whoever keeps it bears the cost."),
    "not_accepted": Said("المهلة الأطول تُضيّع الورق.", "More time would lose more paper."),
    "out_of_scope": Said("للمدارس ورقة أخرى.", "Schools are for another paper."),
}
CHANGE = Said("أضفنا من يدفع.", "We added who pays.")
CHANGED = Said("تُحفظ نسخة خارج البلاد على نفقة حافظها.", "One copy is kept abroad at its keeper's cost.")
INSISTENCE = Said("القرى بلا كهرباء في الصيف.", "Villages have no power in summer.")

OPINION = Said("لا نسخة خارج البلاد", "No copy abroad")
OPINION_TEXT = Said("ما يخرج لا يعود، ولا أحد يضمنه.", "What leaves does not return; nobody vouches for it.")
TOO_LATE = Said("رأي تأخر ثانية واحدة.", "An opinion one second late.")
OFFICE_NOTE = Said("أي محاكم تقصدون؟", "Which courts do you mean?")
ANSWER = Said("محاكم البلديات وحدها.", "Those of the towns alone.")
RELEASED = Said("سأل المكتب عن المحاكم وأجابت المجموعة.", "The office asked about courts and the group answered.")
SUMMARY = Said("ورقة قصيرة عن دفاتر المدن.", "A short paper about the books of towns.")
QUOTATION = Said("الدفتر آخر بيت لم يُهدم.", "The register is the last house left standing.")

"""What is said while a round is prepared: every text in Arabic and in English, all of it invented for the tests."""

from tests.journeys.wording import Said

TITLE = Said("جولة تجريبية يحضّرها المدعوون", "Trial round that those invited prepare")
GROUPS = (Said("مجموعة المحكّ", "Touchstone group"), Said("مجموعة المنوال", "Loom group"))
CALL = Said("اقترحوا ما تتحدث عنه الجولة، ولكل منكم علامتان.", "Say what it is to speak about; each has two marks.")
TOPICS = (
    Said("من يراجع العقوبات وكيف", "Who reviews the sanctions, and how"),
    Said("مكتبات متنقلة للقرى", "Libraries that travel to villages"),
    Said("أقفال الآبار القديمة", "Locks of the old wells"),
)
WHY = Said("لأن أحداً لم يسأل عنه بعد.", "Because nobody has asked about it yet.")
QUESTIONS = Said("من يقرر؟ ومتى؟", "Who decides? When?")
REMARK = Said("لنبنِ على ما قيل سابقاً ولا نكرره.", "Let us build on what was said and not repeat it.")
POINTS = (
    Said("أثر التحويلات المتأخرة على الصيدليات", "What late transfers do to pharmacies"),
    Said("أسماء من تُرفع عنهم العقوبات", "Names of those from whom sanctions be lifted"),
)
LATER_POINT = Said("من يحمل مفتاح البئر", "Who holds the key of the well")
LEFT_OUT = Said("لا نناقش أشخاصاً بأسمائهم.", "We do not discuss people by name.")
DEFERRED = Said("يُبحث مع من يموّله في الجولة التالية.", "It is taken up with its funders in the next round.")
COMPETENCE = Said("عملت عشر سنوات في هذا الباب.", "Ten years of work on this matter.")
SESSIONS = (
    Said("افتتاح لمن يحضر", "Opening for those who come"),
    Said("جلسة المحكّ", "Touchstone meeting"),
    Said("جلسة المنوال", "Loom meeting"),
)
HALLS = (Said("القاعة الزرقاء", "Blue hall"), Said("القاعة الخضراء", "Green hall"))
MOVED = Said("قُدّمت جلسة إلى اليوم لأن القاعة شاغرة.", "A meeting comes today: the hall is free.")
CRITERIA = Said("نقدّم من لم يشارك من قبل، ونوازن بين المناطق.", "First those who never came; regions are balanced.")
APPLYING = Said("درّست القانون في ثلاث مدن.", "I have taught law in three towns.")
NETWORK = Said("شبكة متخيَّلة للقراءة", "An invented network of readers")
BELOW = Said("سجّل عدد قليل من النساء، ونسأل روابطهن.", "Few women registered; their associations are being asked.")
LETTER = Said("ندعوكم إلى جولة اقترحتم مواضيعها.", "You are invited to a round whose topics you proposed.")
SHORT = Said("وصلت الموافقة على القاعة متأخرة.", "The hall was granted late.")
TRAVEL = Said("الطريق من الداخل يحتاج يوماً.", "The way from inside takes a day.")
ARRANGED = Said("سيارة عند الجسر صباحاً.", "A car at the bridge in the morning.")
DECLINING = Said("عندي امتحان في هذين اليومين.", "I sit an examination on these days.")
SAFE_CONTACT = Said("عبر المنظمة نفسها", "through the same organisation")
QUESTION = Said("هل يحضر من يعرف المصارف؟", "Will somebody come who knows banks?")
ANSWER = Said("نعم، شخصان في اليوم الأول.", "Yes: two people on the first day.")

CANARIES = (TITLE, *GROUPS, *TOPICS, *POINTS, *SESSIONS, *HALLS, LETTER, SHORT, TRAVEL, QUESTION, ANSWER, DEFERRED)

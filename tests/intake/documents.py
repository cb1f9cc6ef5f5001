"""Documents in our own words, with the shapes that real ones have: minutes, communiqués, letters, reports, speeches."""

MINUTES = """\
MINUTES

Third coordination meeting of the coastal associations
Held on 4 March 2018 in the town library

Present: eleven people from seven associations. Apologies: two.

Agenda

1. Approval of the last minutes
2. Fishing licences
3. Any other business

1. Approval of the last minutes

The minutes were approved without changes.

2. Fishing licences

Several speakers described how long it takes to get a licence. It was noted that:

- the office opens two mornings a week;
- forms are printed in one language;
- nobody is told why a request was turned down.

After discussion, the meeting agreed to make the following requests to the port authority:

(a) open the office on five days a week;
(b) print the forms in both languages; and
(c) give reasons in writing whenever a licence is refused.

The meeting also proposed to the municipality that a desk for young people be set up in the harbour.

3. Any other business

Action items:

- Secretary to send the minutes by Friday.
- Chair to book the hall.
"""
COMMUNIQUE = """\
# Final communiqué of the women's forum, Lake City, 9-10 October 2022

We, forty-two women from twelve towns, met to look back on two years of work. We thank our hosts.

*Concerned* that none of the promises has a date,

We call on the mediator's office:

* to name a person to whom questions can be sent;
* to publish, within thirty days of every round, what became of each proposal;
* to pay for childcare during meetings.

We call on the donor states:

* to keep small grants open to groups without registration;
* to accept reports in Arabic.

Signed:

* Lake Women's League
* House of Crafts
* Mothers of the Old Town
"""
ARABIC_COMMUNIQUE = """\
البيان الختامي للقاء منظمات الساحل
المدينة القديمة، ٩ تشرين الأول ٢٠٢٢

اجتمعت ثلاثون منظمة على مدى يومين لبحث أحوال الصيادين وأسرهم.

ناقش المشاركون ما يلي:
- مواعيد فتح الميناء
- أسعار الوقود
- مدارس أبناء الصيادين

وخلص اللقاء إلى التوصيات التالية:
أولاً: فتح الميناء خمسة أيام في الأسبوع.
ثانياً: تحديد سعر الوقود مرة كل شهر وإعلانه.
ثالثاً: إعفاء القوارب الصغيرة من رسوم الرسو.
رابعاً: إنشاء صف مسائي لأبناء الصيادين في كل حي.

كما طالب المشاركون البلدية بتعيين امرأتين في لجنة الميناء.

الموقعون:
- جمعية صيادي المرفأ
- رابطة نساء الساحل
- مبادرة القارب الأبيض
"""
LETTER = """\
Open letter to the regional office

Dear colleagues,

Since the bridge fell in January, nobody has told us when it will be repaired. Children walk two hours to school.

We ask that a date for the repair be announced before May. We also ask that a boat run twice a day until then.

We urge the office to answer in writing. We remember that the last letter was never answered.

With regards,
Committee of the river villages
"""
ARABIC_LETTER = """\
رسالة مفتوحة إلى مجلس المدينة

السيدات والسادة أعضاء المجلس

نكتب إليكم باسم سكان الحي الشرقي بعد شتاء طويل بلا ماء.

نطالب المجلس بإصلاح الخط الرئيسي قبل نهاية الصيف وبنشر جدول للضخ كل أسبوع.

كما نطالب بصرف تعويض لأصحاب المحال التي أغلقت بسبب الحفر.

وندعو المجلس إلى عقد لقاء شهري مع لجان الأحياء.

لجنة الحي الشرقي
"""
NESTED = """\
# Outcomes of the second dialogue on land records
## 1. Background
The dialogue brought together thirty people.
## 2. Findings
* Registers were burnt in two towns.
* Copies lie in three places.
## 3. Recommendations
### 3.1 To the mediator's office
1. Raise land records in every briefing:
   - name the towns;
   - give the number of families.
2. Ask for copies to be kept abroad.
### 3.2 To donors
1. Fund the scanning of paper registers.
2. Pay for legal help to widows.
3. Support a hotline.
## 4. Next steps
1. A third dialogue in May.
2. A note to the members.
## Annex: participants
- Valley Lawyers' Union
- Homes and Deeds
"""
ANNEXES = """\
تقرير لقاء شباط

ملخص

تضمن البيان الموجه إلى الدول المانحة النقاط التالية

1. المطالبة بإعادة فتح المنح الصغيرة للجمعيات غير المسجلة.
2. الدعوة لقبول التقارير المكتوبة بالعربية وترجمتها.
3. إعلان مواعيد الاجتماعات قبل شهر على الأقل.

الملحق الأول: بيان إلى الدول المانحة

السيدات والسادة

(١)
توقفت المنح الصغيرة منذ عامين فأغلقت ست جمعيات أبوابها.

نطالب بإعادة فتح المنح الصغيرة للجمعيات غير المسجلة.

(٢)
لا تقبل أكثر الجهات تقارير مكتوبة بالعربية.

ندعو إلى قبول التقارير المكتوبة بالعربية وترجمتها على نفقة المانح.

(٣)
تُلغى الاجتماعات قبل أيام من موعدها.

نأمل إعلان مواعيد الاجتماعات قبل شهر على الأقل.

الملحق الثاني: بيان إلى مكتب الوسيط

(١)
نقترح نشر ملخص لكل إحاطة خلال أسبوع من تقديمها.

(٢)
نطالب بتسمية جهة اتصال لكل مجموعة عمل.
"""
SPEECH = """\
# Speech of the committees' speaker at the town conference

The experts broke into three circles:

- the water circle;
- the schools circle; and
- the health circle.

**First, the water circle:**

The circle looked at why pumps fail. The circle recommended,

1. Repairing the main line.
2. Meters in every quarter.

**Second, the schools circle:**

The circle made a number of recommendations, the most important of which:

1. Paying teachers in time.
2. Opening evening classes.
3. Books for those who lost theirs.

**Finally, the health circle;**

which I belong to, met four times. Accordingly, we make the following recommendations:

1. A clinic on wheels twice a week.
2. Training midwives of the villages.

All three circles stressed the need to give women a seat.
"""
PILLARS = """\
REGIONAL CONSULTATION, FIRST GROUP

FIRST PILLAR: SAFETY

The group discussed checkpoints and lighting. The following key points emerged:

* Lighting on the main road has been out since spring.
* Patrols pass at noon, when nobody needs them.

SECOND PILLAR: WORK

There were many suggestions on this, of which the most important are as follows:

* Permits cost more than a month's pay.
* Women are asked for a guarantor.

RECOMMENDATIONS

1) Lights should be repaired by the municipality within sixty days.
2) Permits should cost the same for everybody.
3) The rule on guarantors should be dropped.
"""
STATEMENT = """\
Statement on the invitation to the March meeting

The undersigned thank the convener for the invitation and would like to point out the following:

1- The results of earlier meetings were not reported to anybody.

2- Invitations come two days before the meeting.

3- Nobody could answer our questions about the agenda.

They therefore cannot come this time. They suggest the following:

1. Asking the associations for topics a month before.
2. The naming of one person who knows the topic.

– Bakers' Association of the Valley
– Centre for Open Archives
– Network of Mountain Schools
"""
PAGE = """\
About the library

The library was founded in 1952 and moved into the old station in 1990. It works with schools of the region.

Our aims:

- books for everybody;
- a quiet place to learn.

Opening hours

Monday to Friday, 9 to 17.
"""

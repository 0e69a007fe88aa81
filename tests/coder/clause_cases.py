"""Sentences of the treebank and the clauses that they hold, for test_clauses.py."""

ACTIVE_AND_PASSIVE = [
    ("en", "Rebels shelled the town.", ["shell: subject Rebels, object town"]),
    ("en", "The town was shelled by rebels.", ["shell passive: subject rebels, object town"]),
    ("en", "The town was shelled.", ["shell passive: object town"]),
    ("en", "France gave Ukraine tanks.", ["give: subject France, object tanks, indirect Ukraine"]),
    ("en", "France gave tanks to Ukraine.", ["give: subject France, object tanks, to Ukraine"]),
    (
        "en",
        "Iran fired missiles because of the raid.",
        ["fire: subject Iran, object missiles, because of raid"],
    ),
    ("en", "Monday, troops left.", ["leave: subject troops, bare Monday"]),
    ("en", "Russia is ready.", ["ready: subject Russia"]),
    ("en", "Kim is an enemy of Japan.", ["enemy: subject Kim, of Japan"]),
    ("nl", "Rebellen beschoten de stad.", ["beschieten: subject Rebellen, object stad"]),
    (
        "nl",
        "De stad werd door rebellen beschoten.",
        ["beschieten passive: subject rebellen, object stad"],
    ),
    (
        "nl",
        "De stad is door rebellen beschoten.",
        ["beschieten passive: subject rebellen, object stad"],
    ),
    ("nl", "De stad werd beschoten.", ["beschieten passive: object stad"]),
    (
        "nl",
        "Frankrijk gaf Oekraïne tanks.",
        ["geven: subject Frankrijk, object tanks, indirect Oekraïne"],
    ),
    (
        "nl",
        "Frankrijk gaf tanks aan Oekraïne.",
        ["geven: subject Frankrijk, object tanks, aan Oekraïne"],
    ),
    (
        "nl",
        "Iran vuurde raketten af in reactie op de aanval.",
        ["afvuren: subject Iran, object raketten, in reactie op aanval"],
    ),
    ("nl", "Rusland is bereid.", ["bereid: subject Rusland"]),
    ("nl", "Kim is een vijand van Japan.", ["vijand: subject Kim, van Japan"]),
]

DUTCH_ORDER = [
    ("nl", "Gisteren beschoten rebellen de stad.", ["beschieten: subject rebellen, object stad"]),
    (
        "nl",
        "De minister kondigde sancties aan.",
        ["aankondigen: subject minister, object sancties"],
    ),
    (
        "nl",
        "Iran zegt dat het sancties aankondigt.",
        [
            "zeggen: subject Iran, complement aankondigt",
            "aankondigen: subject het, object sancties",
        ],
    ),
    (
        "nl",
        "Iran zegt dat het de basis heeft aangevallen.",
        ["zeggen: subject Iran, complement aangevallen", "aanvallen: subject het, object basis"],
    ),
    (
        "nl",
        "Iran zou de basis hebben kunnen aanvallen.",
        ["aanvallen: subject Iran, object basis"],
    ),
]

SPEECH = [
    (
        "en",
        "Iran said that Israel attacked a base.",
        ["say: subject Iran, complement attacked", "attack: subject Israel, object base"],
    ),
    (
        "en",
        "Israel attacked a base, Iran said.",
        ["attack: subject Israel, object base", "say: subject Iran, complement attacked"],
    ),
    (
        "nl",
        "Iran zei dat Israël een basis aanviel.",
        ["zeggen: subject Iran, complement aanviel", "aanvallen: subject Israël, object basis"],
    ),
    (
        "nl",
        "Israël viel een basis aan, zei Iran.",
        ["aanvallen: subject Israël, object basis", "zeggen: subject Iran"],
    ),
]

SHARED_SUBJECTS = [
    (
        "en",
        "Iran vowed to withdraw troops.",
        ["vow: subject Iran, complement withdraw", "withdraw: subject Iran, object troops"],
    ),
    (
        "en",
        "Macron is expected to visit Berlin.",
        ["expect passive: object Macron, complement visit", "visit: subject Macron, object Berlin"],
    ),
    (
        "en",
        "Rebels appear to control the town.",
        ["appear: subject Rebels, complement control", "control: subject Rebels, object town"],
    ),
    (
        "en",
        "The colonel ordered troops to leave.",
        ["order: subject colonel, object troops, complement leave", "leave: subject troops"],
    ),
    (
        "en",
        "Troops were ordered to leave.",
        ["order passive: object Troops, complement leave", "leave: subject Troops"],
    ),
    (
        "en",
        "Macron flew to Berlin to meet Scholz.",
        [
            "fly: subject Macron, complement meet, to Berlin",
            "meet: subject Macron, object Scholz",
        ],
    ),
    (
        "en",
        "Troops left, burning the village.",
        ["leave: subject Troops", "burn: subject Troops, object village"],
    ),
    (
        "en",
        "Iran repeated its threat to close the strait.",
        ["repeat: subject Iran, object threat", "close: subject its, object strait"],
    ),
    (
        "en",
        "Iran rejected a plan to share power.",
        ["reject: subject Iran, object plan", "share: subject Iran, object power"],
    ),
    (
        "en",
        "Iran accused Israel of attacking a base.",
        [
            "accuse: subject Iran, object Israel, of attacking",
            "attack: subject Israel, object base",
        ],
    ),
    (
        "nl",
        "Rusland beloofde troepen terug te trekken.",
        [
            "beloven: subject Rusland, complement trekken",
            "terugtrekken: subject Rusland, object troepen",
        ],
    ),
    (
        "nl",
        "De kolonel beval soldaten te vertrekken.",
        [
            "bevelen: subject kolonel, object soldaten, complement vertrekken",
            "vertrekken: subject soldaten",
        ],
    ),
    (
        "nl",
        "Soldaten kregen het bevel te vertrekken.",
        ["krijgen: subject Soldaten, object bevel", "vertrekken: subject Soldaten"],
    ),
    (
        "nl",
        "Macron vloog naar Berlijn om Scholz te ontmoeten.",
        [
            "vliegen: subject Macron, complement ontmoeten, naar Berlijn",
            "ontmoeten: subject Macron, object Scholz",
        ],
    ),
]

RELATIVES_AND_PARTICIPLES = [
    (
        "en",
        "The rebels who shelled the town fled.",
        ["shell: subject rebels, object town", "flee: subject rebels"],
    ),
    (
        "en",
        "The town that rebels shelled burned.",
        ["shell: subject rebels, object town", "burn: subject town"],
    ),
    (
        "en",
        "The town rebels shelled burned.",
        ["shell: subject rebels, object town", "burn: subject town"],
    ),
    (
        "en",
        "The town that was shelled burned.",
        ["shell passive: object town", "burn: subject town"],
    ),
    (
        "en",
        "Sanctions imposed by Brussels hurt Russia.",
        [
            "impose passive: subject Brussels, object Sanctions",
            "hurt: subject Sanctions, object Russia",
        ],
    ),
    (
        "en",
        "The sanctions imposed in May failed.",
        ["impose passive: object sanctions, in May", "fail: subject sanctions"],
    ),
    (
        "en",
        "Troops guarding the border fired.",
        ["guard: subject Troops, object border", "fire: subject Troops"],
    ),
    (
        "nl",
        "De rebellen die de stad beschoten vluchtten.",
        ["beschieten: subject rebellen, object stad", "vluchten: subject rebellen"],
    ),
    (
        "nl",
        "De stad die rebellen beschoten brandde.",
        ["beschieten: subject rebellen, object stad", "branden: subject stad"],
    ),
    (
        "nl",
        "De stad die werd beschoten brandde.",
        ["beschieten passive: object stad", "branden: subject stad"],
    ),
    (
        "nl",
        "De door rebellen beschoten stad brandde.",
        ["beschieten passive: subject rebellen, object stad", "branden: subject stad"],
    ),
]

COORDINATION = [
    (
        "en",
        "Troops advanced and burned the village.",
        ["advance: subject Troops", "burn: subject Troops, object village"],
    ),
    (
        "en",
        "Iran attacked and Israel answered.",
        ["attack: subject Iran", "answer: subject Israel"],
    ),
    (
        "en",
        "Two men were arrested and deported.",
        ["arrest passive: object men", "deport passive: object men"],
    ),
    (
        "en",
        "Iran and Israel exchanged fire.",
        ["exchange: subject Iran and Israel, object fire"],
    ),
    (
        "en",
        "Police arrested students and teachers.",
        ["arrest: subject Police, object students and teachers"],
    ),
    (
        "nl",
        "Iran viel de basis aan en vernielde het dak.",
        ["aanvallen: subject Iran, object basis", "vernielen: subject Iran, object dak"],
    ),
    (
        "nl",
        "Iran dreigde en Israël reageerde.",
        ["dreigen: subject Iran", "reageren: subject Israël"],
    ),
    (
        "nl",
        "Twee mannen werden opgepakt en uitgezet.",
        ["oppakken passive: object mannen", "uitzetten passive: object mannen"],
    ),
    (
        "nl",
        "Iran en Israël wisselden gevangenen uit.",
        ["uitwisselen: subject Iran and Israël, object gevangenen"],
    ),
]

IDIOMS = [
    (
        "nl",
        "De politie nam de wapens in beslag.",
        ["nemen: subject politie, object wapens, in beslag"],
    ),
    ("nl", "De wapens werden in beslag genomen.", ["nemen passive: object wapens, in beslag"]),
]

CLAUSES = [
    *ACTIVE_AND_PASSIVE,
    *DUTCH_ORDER,
    *SPEECH,
    *SHARED_SUBJECTS,
    *RELATIVES_AND_PARTICIPLES,
    *COORDINATION,
    *IDIOMS,
]

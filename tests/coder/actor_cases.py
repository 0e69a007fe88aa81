# ruff: noqa: E501 (one article a line)
"""The articles of test_actors.py, by what they show."""

ARTICLES = {
    "states by name": """
        en 2024-03-01 | [France] recalled its ambassador. | FRA GOV -
        en 2024-03-01 | [The United States] condemned the coup. | USA GOV -
        en 2024-03-01 | [The Democratic Republic of Congo] expelled the envoy. | COD GOV -
        en 2024-03-01 | [Ivory Coast] closed the border. | CIV GOV -
        nl 2024-03-01 | [Oekraïne] vroeg om wapens. | UKR GOV -
        nl 2024-03-01 | [Noord-Korea] lanceerde een raket. | PRK GOV -
        nl 2024-03-01 | [De Verenigde Staten] veroordeelden de staatsgreep. | USA GOV -
        nl 2024-03-01 | [Ivoorkust] sloot de grens. | CIV GOV -
        nl 2024-03-01 | [Wit-Rusland] zette drie diplomaten uit. | BLR GOV -
    """,
    "metonyms": """
        en 2024-03-01 | [Moscow] rejected the proposal. | RUS GOV -
        en 2024-03-01 | [The Kremlin] denied the accusation. | RUS GOV -
        en 2024-03-01 | [Beijing] warned Taiwan. | CHN GOV -
        en 2024-03-01 | [The White House] praised the deal. | USA GOV -
        en 2024-03-01 | [Downing Street] dismissed the claim. | GBR GOV -
        en 2024-03-01 | [The Pentagon] confirmed the strike on Yemen. | USA
        nl 2024-03-01 | [Moskou] wees het voorstel af. | RUS GOV -
        nl 2024-03-01 | [Het Kremlin] ontkende de beschuldiging. | RUS GOV -
        nl 2024-03-01 | [Peking] waarschuwde Taiwan. | CHN GOV -
        nl 2024-03-01 | [Het Witte Huis] prees het akkoord. | USA GOV -
        nl 2024-03-01 | [Den Haag] riep de ambassadeur terug. | NLD GOV -
    """,
    "states that are gone": """
        en 1968-08-22 | [Moscow] sent tanks into Prague. | SUN GOV -
        nl 1970-02-01 | [Moskou] wees het voorstel af. | SUN GOV -
        nl 1970-02-01 | [De Russische ambassadeur] verliet Den Haag. | SUN GOV
        en 1992-01-08 | [Belgrade] apologised for the attack. | YUG GOV -
        en 2024-01-08 | [Belgrade] apologised for the attack. | SRB GOV -
        en 1989-11-10 | [East Germany] opened the border. | DDR GOV -
        nl 1989-11-10 | [Oost-Duitsland] opende de grens. | DDR GOV -
    """,
    "what Brussels is": """
        en 2024-03-01 | [Brussels] threatened Georgia with sanctions. The EU froze the talks. | EU
        en 2024-03-01 | [Brussels] fined the union. Belgium and the Belgian police agreed. | BEL GOV -
        nl 2024-03-01 | [Brussel] dreigt Georgië met sancties. De EU schort het overleg op. | EU
        nl 2024-03-01 | [Brussel] sloot de grens. België en de Belgische politie vrezen meer. | BEL GOV -
    """,
    "forces, parliaments and courts": """
        en 2024-03-01 | [The Israeli army] shelled the town. | ISR MIL -
        en 2024-03-01 | [The Turkish parliament] ratified the treaty. | TUR LEG -
        en 2024-03-01 | [Iranian police] arrested ten students. | IRN COP -
        en 2024-03-01 | [A Belgian court] convicted the man. | BEL JUD -
        en 2024-03-01 | [The State Duma] approved the law. | RUS LEG -
        nl 2024-03-01 | [Het Israëlische leger] beschoot de stad. | ISR MIL -
        nl 2024-03-01 | [Het Turkse parlement] keurde het verdrag goed. | TUR LEG -
        nl 2024-03-01 | [De Iraanse politie] arresteerde tien studenten. | IRN COP -
        nl 2024-03-01 | [Russische troepen] namen de stad in. | RUS MIL -
    """,
    "organisations and armed groups": """
        en 2024-03-01 | [NATO] condemned the attack. | NATO IGO -
        en 2024-03-01 | [The European Commission] opened an inquiry. | EU IGO -
        en 2024-03-01 | [The Security Council] rejected the resolution. | UN IGO -
        en 2024-03-01 | [Hezbollah] fired rockets at Israel. | HEZBOLLAH REB -
        en 2024-03-01 | [The Taliban] seized the town. | TALIBAN
        nl 2024-03-01 | [De NAVO] veroordeelde de aanval. | NATO IGO -
        nl 2024-03-01 | [De Europese Commissie] opende een onderzoek. | EU IGO -
        nl 2024-03-01 | [De Veiligheidsraad] verwierp de resolutie. | UN IGO -
        nl 2024-03-01 | [Hezbollah] vuurde raketten af op Israël. | HEZBOLLAH REB -
        nl 2024-03-01 | [De NAVO-landen] beloofden wapens. | NATO
        en 2024-03-01 | [The West] imposed sanctions. | WEST GOV -
        nl 2024-03-01 | [Het Westen] legde sancties op. | WEST GOV -
        en 2024-03-01 | [The international community] condemned the coup. | INTL
    """,
    "persons of the lexicon": """
        en 2024-03-01 | [Vladimir Putin] visited Beijing. | RUS GOV Vladimir Putin
        en 2024-03-01 | [President Volodymyr Zelenskyy] thanked Poland. | UKR GOV Volodymyr Zelensky
        en 2024-03-01 | [Emmanuel Macron] met the chancellor. | FRA GOV Emmanuel Macron
        en 2011-03-01 | [Lee Myung-bak] met the general. | KOR GOV Lee Myung-bak
        en 2024-03-01 | [Recep Tayyip Erdogan] criticised Israel. | TUR GOV Recep Tayyip Erdogan
        en 2024-03-01 | [Nicolas Maduro] closed the border. | VEN GOV Nicolás Maduro
        nl 2024-03-01 | [Vladimir Poetin] bezocht Peking. | RUS GOV Vladimir Putin
        nl 2024-03-01 | [Aleksandr Loekasjenko] ontving de gezant. | BLR GOV Alexander Lukashenko
        nl 2024-03-01 | [Volodymyr Zelensky] bedankte Polen. | UKR GOV Volodymyr Zelensky
        nl 2024-03-01 | [Benjamin Netanyahu] dreigde met een aanval. | ISR GOV Benjamin Netanyahu
        nl 2022-03-01 | [Minister Sergej Lavrov] vloog naar Peking. | RUS GOV Sergei Lavrov
    """,
    "spellings by rule": """
        en 2024-03-01 | [Volodymyr Zelenskiy] thanked Poland. | UKR GOV Volodymyr Zelensky
        nl 2024-03-01 | [Volodimir Zelenski] bedankte Polen. | UKR GOV Volodymyr Zelensky
        nl 2023-11-01 | [Nikol Pasjinian] bezocht Brussel. | ARM GOV Nikol Pashinyan
        nl 2024-03-01 | [Roestem Oemerov] tekende het verdrag. | UKR GOV Rustem Umerov
        en 2000-03-01 | [Pervaiz Musharraf] met the envoy. | PAK GOV Pervez Musharraf
        en 2011-03-01 | [Omar Hassan al-Bashir] flew to Beijing. | SDN GOV Omar al-Bashir
        nl 2015-02-12 | [Petro Porosjenko] vloog naar Minsk. | UKR GOV Petro Poroshenko
        nl 2024-03-01 | [Michail Gorbatsjov] overleed in Moskou. | SUN ELI Mikhail Gorbachev
    """,
    "surnames alone": """
        en 2024-03-01 | [Putin] threatened NATO. | RUS GOV Vladimir Putin
        en 2024-03-01 | [Netanyahu] rejected the plan. | ISR GOV Benjamin Netanyahu
        en 2013-03-01 | [Assad] denied the attack. | SYR GOV Bashar al-Assad
        en 2013-03-01 | [Al-Assad] denied the attack. | SYR GOV Bashar al-Assad
        nl 2024-03-01 | [Poetin] dreigde de NAVO. | RUS GOV Vladimir Putin
        nl 2023-03-01 | [Rutte] belde met de bondskanselier. | NLD GOV Mark Rutte
        nl 2025-03-01 | [Rutte] sprak met de bondgenoten. | NATO IGO Mark Rutte
        nl 2015-03-01 | [Porosjenko] vroeg om wapens. | UKR GOV Petro Poroshenko
        en 2024-03-01 | Ukraine accused [Lavrov] of lying. | RUS GOV Sergei Lavrov
    """,
    "words that are no surnames": """
        en 2017-03-01 | In [May] the talks will resume. | - - -
        en 2024-03-01 | The talks resumed on [Friday] in Geneva. | - - -
        en 2017-03-01 | [Theresa May] visited Ankara. | GBR GOV Theresa May
        en 2017-03-01 | [Prime Minister May] visited Ankara. | GBR GOV Theresa May
        nl 2024-03-01 | Het overleg werd [vrijdag] hervat in Genève. | - - -
        en 2017-01-18 | [Mary Njie-Rutte] resigned on Wednesday. | - - Mary Njie-Rutte
    """,
    "persons in no list, composed from parts": """
        en 2024-06-21 | [South Korean national security adviser Chang Ho-jin] criticised Russia. | KOR GOV Chang Ho-jin
        nl 2024-06-21 | [De Zuid-Koreaanse veiligheidsadviseur Chang Ho-jin] hekelde Rusland. | KOR GOV Chang Ho-jin
        en 2024-03-01 | [Georgian opposition leader Levan Beridzeli] was arrested. | GEO OPP Levan Beridzeli
        nl 2024-03-01 | [De Georgische oppositieleider Levan Beridzeli] werd opgepakt. | GEO OPP Levan Beridzeli
        en 2024-03-01 | [Kenyan police chief Joram Wekeso] warned the protesters. | KEN COP Joram Wekeso
        nl 2024-03-01 | [De Keniaanse politiechef Joram Wekeso] waarschuwde de betogers. | KEN COP Joram Wekeso
        nl 2024-03-01 | [De Deense minister van Defensie, Troels Aagesen,] beloofde munitie. | DNK GOV Troels Aagesen
        en 2024-03-01 | [Peru's interior minister, Rodolfo Quispayo,] resigned. | PER GOV Rodolfo Quispayo
    """,
    "surnames of those whom the article introduced": """
        en 2024-03-01 | Kenyan police chief Joram Wekeso warned the crowd. Later [Wekeso] banned the march. | KEN COP Joram Wekeso
        nl 2024-03-01 | De Keniaanse politiechef Joram Wekeso waarschuwde de menigte. Later verbood [Wekeso] de mars. | KEN COP Joram Wekeso
        en 2024-03-01 | ICC prosecutor Karim Khan asked for a warrant. [Khan] accused the general. | ICC
        en 2024-03-01 | Kim Jong-un inspected the troops. [Kim] threatened Seoul. | PRK GOV Kim Jong-un
    """,
    "offices with a state": """
        en 2024-03-01 | [The Finnish president] visited Ottawa. | FIN GOV
        en 2024-03-01 | [The president of Serbia] called an election. | SRB GOV
        en 2024-03-01 | [Hungary's prime minister] vetoed the package. | HUN GOV
        en 2024-03-01 | [The French and German foreign ministers] met in Paris. | FRA+DEU GOV
        nl 2024-03-01 | [De Finse president] bezocht Ottawa. | FIN GOV
        nl 2024-03-01 | [De premier van Hongarije] blokkeerde het pakket. | HUN GOV
        nl 2024-03-01 | [De Turkse minister van Buitenlandse Zaken] ontbood de ambassadeur. | TUR GOV
        nl 2024-03-01 | [De Georgische ambassadeur in Bulgarije] nam ontslag. | GEO GOV
        en 2024-03-01 | [The UN secretary-general] condemned the attack. | UN IGO
        nl 2024-03-01 | [De secretaris-generaal van de VN] veroordeelde de aanval. | UN IGO
        nl 2024-03-01 | [De NAVO-chef] bezocht Kyiv. | NATO IGO
    """,
    "who holds an office": """
        en 2024-06-01 | [The Finnish president] visited Ottawa. | FIN GOV Alexander Stubb
        en 2022-03-01 | [The Finnish president] visited Ottawa. | FIN GOV Sauli Niinistö
        nl 2022-03-01 | [De Hongaarse premier] blokkeerde het pakket. | HUN GOV Viktor Orbán
    """,
    "offices taken up": """
        en 2024-03-01 | Emmanuel Macron spoke to Kyiv. [The president] promised tanks. | FRA GOV Emmanuel Macron
        nl 2024-03-01 | Viktor Orbán sprak in Brussel. [De premier] blokkeerde het pakket. | HUN GOV Viktor Orbán
        en 2024-03-01 | Foreign Minister Sergey Lavrov flew to Tehran. [The minister] rejected the offer. | RUS GOV Sergei Lavrov
    """,
    "pronouns": """
        en 2024-03-01 | Emmanuel Macron flew to Kyiv. [He] promised tanks. | FRA GOV Emmanuel Macron
        en 2019-03-01 | Angela Merkel flew to Kyiv. [She] promised money. | DEU GOV Angela Merkel
        en 2024-03-01 | Iran rejected the offer. [It] threatened Israel. | IRN GOV -
        nl 2024-03-01 | Emmanuel Macron vloog naar Kyiv. [Hij] beloofde tanks. | FRA GOV Emmanuel Macron
        nl 2019-03-01 | Angela Merkel vloog naar Kyiv. [Zij] beloofde geld. | DEU GOV Angela Merkel
        en 2024-03-01 | France and Germany signed the accord. [They] promised tanks. | FRA+DEU
        nl 2024-03-01 | Frankrijk en Duitsland tekenden het akkoord. [Beide] beloofden tanks. | FRA+DEU
    """,
    "descriptions": """
        en 2024-03-01 | Iran rejected the offer. [The country] threatened Israel. | IRN
        nl 2024-03-01 | Iran wees het aanbod af. [Het land] dreigde Israël. | IRN
        en 2024-03-01 | NATO met in Vilnius. [The alliance] promised tanks. | NATO
        nl 2024-03-01 | De NAVO vergaderde in Vilnius. [Het bondgenootschap] beloofde tanks. | NATO
    """,
    "groups": """
        en 2024-03-01 | [Iranian students] marched in Tehran. | IRN
        en 2024-03-01 | [Dutch farmers] blocked the road. | NLD
        nl 2024-03-01 | [Nederlandse boeren] blokkeerden de weg. | NLD
        nl 2024-03-01 | [Palestijnse burgers] vluchtten naar Egypte. | PSE CVL
        en 2024-03-01 | The talks were held in Nigeria. [Gunmen] killed ten villagers. | - UAF -
        nl 2024-03-01 | Het overleg was in Nigeria. [Gewapende schutters] doodden tien dorpelingen. | - UAF -
        en 2024-03-01 | Mali closed the border. [Foreign troops] left the town. | - MIL -
        nl 2024-03-01 | Mali sloot de grens. [Buitenlandse troepen] verlieten de stad. | - MIL -
    """,
    "pairs and trios": """
        en 2024-03-01 | India and Pakistan signed a truce. [Both countries] withdrew their troops. | IND+PAK
        nl 2024-03-01 | India en Pakistan tekenden een bestand. [Beide landen] trokken hun troepen terug. | IND+PAK
        en 2024-03-01 | Armenia and Azerbaijan met in Geneva. [Both sides] praised the talks. | ARM+AZE
        nl 2024-03-01 | Armenië en Azerbeidzjan overlegden in Genève. [Beide partijen] prezen het overleg. | ARM+AZE
        en 2024-03-01 | [Both Koreas] signed the treaty. | PRK+KOR
        nl 2024-03-01 | [Beide Korea's] tekenden het verdrag. | PRK+KOR
        en 2024-03-01 | [The Baltic states] closed the border. | EST+LVA+LTU
        nl 2024-03-01 | [De Baltische staten] sloten de grens. | EST+LVA+LTU
    """,
    "the other side": """
        en 2024-03-01 | Russia attacked the convoy. [Its allies] condemned the attack. | -
        en 2023-12-14 | Irfaan Ali flew to Saint Vincent. He met [his Venezuelan counterpart]. | VEN GOV Nicolás Maduro
        nl 2024-03-01 | Rusland bestookte het konvooi. [Zijn bondgenoten] veroordeelden de aanval. | -
        nl 2024-03-01 | President Macron belde met [zijn Turkse ambtgenoot]. | TUR GOV Recep Tayyip Erdoğan
    """,
    "short names that need the whole one": """
        en 2024-03-01 | North Korea fired a missile. South Korea warned that [the North] would pay. | PRK
        nl 2024-03-01 | Noord-Korea vuurde een raket af. Zuid-Korea waarschuwde [het Noorden]. | PRK
        en 2024-03-01 | France warned [the North] of floods. | -
        nl 2024-03-01 | Taiwan meldde een oefening. [Het ministerie van Defensie] hekelde China. | TWN
    """,
    "several, one by one": """
        en 2024-03-01 | [The US], [France] and [Britain] condemned the attack. | USA GOV; FRA GOV; GBR GOV
        nl 2024-03-01 | [Frankrijk], [Duitsland] en [Polen] beloofden tanks. | FRA GOV; DEU GOV; POL GOV
        nl 2024-03-01 | [VVD], [D66] en [CDA] stemden tegen. | NLD PTY; NLD PTY; NLD PTY
        nl 2015-02-12 | [Merkel], [Hollande] en [Porosjenko] vergaderden in Minsk. | DEU GOV Angela Merkel; FRA GOV François Hollande; UKR GOV Petro Poroshenko
        en 2024-03-01 | [Egypt] and [Qatar] urged [Israel] and [Hamas] to sign. | EGY GOV; QAT GOV; ISR GOV; HAMAS
    """,
    "the article's own spelling of a name": """
        en 1994-10-20 | [Kim Young Sam] met the envoy. [Kim] praised the deal. | KOR GOV Kim Young Sam; KOR GOV Kim Young Sam
        en 1993-01-20 | [Franjo Tudjman] signed the treaty. | HRV GOV Franjo Tudjman
        en 2022-12-05 | [Andres Pastrana] met the rebels. | COL ELI Andrés Pastrana
        nl 2000-11-02 | [Vojislav Kostunica] bezocht Moskou. | YUG GOV Vojislav Kostunica
    """,
    "whose man, not who": """
        en 2004-08-26 | [Sher Bahadur Deuba's spokesman, Mohammed Mohsin,] welcomed the decision. | NPL GOV Mohammed Mohsin
        nl 2000-04-28 | President Joseph Estrada wees de eisen af. [Zijn woordvoerder, Ricardo Puno,] noemde hen bandieten. | PHL GOV Ricardo Puno
        nl 2008-08-14 | In Tbilisi beschuldigde [president Saakasjvili] de Russen. | GEO GOV Mikheil Saakashvili
    """,
    "relatives have the surname": """
        en 2021-07-08 | Jacob Zuma refused to leave. [His son Edward] told reporters that he would stay. | ZAF CVL Edward Zuma
    """,
    "persons beside what they are": """
        nl 2014-12-18 | Cuba liet [de Amerikaanse ontwikkelingswerker Alan Gross] vrij. | USA CVL Alan Gross
    """,
    "titles and parties tell which office": """
        en 2022-09-01 | [The Iranian president] flew to New York. | IRN GOV Ebrahim Raisi
        nl 2022-09-01 | [De Iraanse president] vloog naar New York. | IRN GOV Ebrahim Raisi
        en 2023-09-01 | [The DUP leader] condemned the deal. | GBR PTY Jeffrey Donaldson
        en 2022-09-01 | [An Iranian president] may not visit Israel. | IRN GOV -
    """,
    "where it happens": """
        en 2024-03-01 | Egypt and Ethiopia met. Farmers marched in Khartoum. [Police] fired tear gas. | SDN COP
        nl 2024-03-01 | Chili en Peru overlegden. [De politie] arresteerde in La Paz twee betogers. | BOL COP
        nl 2003-10-14 | LA PAZ, 13 okt. De betogers zijn tegen de uitvoer via Chili. [Soldaten] openden het vuur. | BOL MIL
        nl 1970-01-20 | [De minister van Binnenlandse Zaken] antwoordde de Kamer. Zambia wacht af. | NLD GOV
    """,
    "bodies taken up": """
        nl 2000-04-28 | Abu Sayyaf ontvoerde tien mensen. President Joseph Estrada wees de eisen van [de rebellen] af. | ABUSAYYAF REB
        en 2024-03-01 | The ICC issued a warrant. Israel rejected it. [The judges] defended it. | ICC JUD
    """,
    "parts of groups": """
        en 2024-03-01 | [A group of Ukrainian soldiers] attacked the convoy. | UKR MIL
        en 2024-03-01 | [Dozens of Indian students] protested. | IND EDU
        en 2024-03-01 | Police arrested [two of the Turkish journalists]. | TUR JRN
        nl 2024-03-01 | [Een groep Oekraïense soldaten] viel het konvooi aan. | UKR MIL
        nl 2024-03-01 | [Tientallen Turkse studenten] betoogden. | TUR EDU
    """,
    "pairs of persons, and of whom they are": """
        en 2024-03-01 | Joe Biden and Xi Jinping met in Lima. [Both leaders] praised the talks. | USA+CHN - Joe Biden + Xi Jinping
        en 2024-03-01 | Joe Biden and Xi Jinping met in Lima. [Both countries] praised the talks. | USA+CHN - - + -
        nl 2024-03-01 | India en Pakistan tekenden een bestand. [Artsen] van beide landen bezochten het kamp. | IND+PAK MED
    """,
    "several persons beside one plural": """
        en 2024-03-01 | [The presidents Joe Biden and Xi Jinping] met in Lima. | USA+CHN GOV Joe Biden + Xi Jinping
        nl 2024-03-01 | [De ministers Ben-Gvir en Smotrich] dreigden met een breuk. | ISR+ISR GOV Itamar Ben-Gvir + Bezalel Smotrich
        nl 2024-03-01 | Vijf artsen, onder wie Jan Peters, verlieten Mali. [De artsen] klaagden. | MLI
    """,
    "named groups of states": """
        en 2024-03-01 | China urged [both Koreas] to talk. | PRK+KOR
        en 2024-03-01 | Units from [the Baltic states] landed. | EST+LVA+LTU
    """,
    "a group told again by the same word": """
        nl 2024-03-01 | De junta van Niger sloot de grens. Parijs en Abuja dreigden. [De junta] bleef zwijgen. | NER
        en 2024-03-01 | The rebels of Mali took Kidal. Paris and Algiers protested. [The rebels] did not answer. | MLI
    """,
    "whose people stand with an organisation": """
        nl 1995-05-28 | [Franse blauwhelmen] heroverden de brug in Sarajevo. | FRA MIL
        nl 1995-05-28 | [Blauwhelmen] heroverden de brug in Sarajevo. | UN MIL
    """,
    "offices set beside a name": """
        en 2024-03-01 | Maria Lopez, [the ambassador], left Madrid. | ESP GOV Maria Lopez
        nl 2024-03-01 | De Iraniër Kazem Darabi werd veroordeeld. [Hij] zweeg. | IRN CVL Kazem Darabi
    """,
    "pronouns and nouns for persons": """
        nl 2024-05-21 | Nederland prees president Lai Ching-te. [Die] riep China op tot overleg. | TWN GOV Lai Ching-te
        nl 2024-12-03 | Minister Caspar Veldkamp trad af. [De premier] prees hem. | NLD GOV Dick Schoof
        en 2024-03-01 | Vladimir Putin visited Minsk. [A man] was arrested there. | BLR CVL -
    """,
    "letters that are no surname": """
        en 2004-11-09 | [The IIP] left the talks in Iraq. | - - -
        en 2024-03-01 | [A Su-35] crossed the border of Estonia. | -
    """,
}

"""What a question takes for granted and an article gainsays is refused, what it bears out is answered."""

from __future__ import annotations

from time import perf_counter

import pytest
from articles import article

from bot.acronyms import expansion
from bot.analysis import Sentence
from bot.answering import Bot
from bot.claims import read
from bot.counting import miscounted
from bot.indexing.building import build
from bot.models import Question, Span
from bot.query import understand

REST = (
    "Trains between the two cities were full all summer, and the railway added coaches.",
    "The river rose twice in that week, but the bridges held and nobody was hurt.",
    "Farmers sold apples, pears and cheese on the square in front of the old town hall.",
)


def ask(text: str, question: str) -> str:
    return Bot([article(text, *REST)]).ask(Question(question)).status


@pytest.mark.parametrize(
    ("text", "answered", "refused"),
    [
        (
            "In 1998 Ada Kohl-Brandt followed Marek Dvorak as mayor of the lake town.",
            "Who was mayor of the lake town after Marek Dvorak?",
            "Who was mayor of the lake town after Ada Kohl-Brandt and Marek Dvorak?",
        ),
        (
            "Norland grew within fifty years from a war-torn, poor country to a rich economy.",
            "Which economy grew within fifty years from a poor country?",
            "Which war left Norland a poor country?",
        ),
        (
            "The bakers agreed on a common price for bread at the summit in the town hall on 3 June.",
            "Could you tell me on which date the summit of the bakers was?",
            "Could you tell me in which year the summit of the bakers was?",
        ),
        (
            "Norland sold 4,000 tonnes of coffee to Sudland, a trade that both want to grow.",
            "Norland coffee trade in tonnes",
            "Norland coffee trade in dollars",
        ),
        (
            "LEEDS, England - Ada Kohl told her bank manager in Hull and her dentist Marek Dvorak that she would sail.",
            "What is the name of Ada Kohl's dentist?",
            "What is the name of Tom Berg's bank manager in Hull?",
        ),
        (
            "Ada Kohl is a former keeper of the lighthouse and owns a boat.",
            "Who was keeper of the lighthouse?",
            "Who is now keeper of the lighthouse?",
        ),
        (
            "Luxor Brothers delivered the lamps of the new harbour. Repairs of the pier begin in June.",
            "Which company delivered the lamps of the new harbour?",
            "Which company begins repairs of the pier in June?",
        ),
        (
            "Ada Kohl, keeper of the lamp museum of Graz, died in 1950 of a fever and lies in the churchyard of Holm.",
            "Where is Ada Kohl buried?",
            "Who did Ada Kohl marry?",
        ),
        (
            "At the first summit of the bakers in June they agreed on an interconnected digital economy.",
            "What did the bakers agree on at their first summit in June?",
            "Where was the first summit of the bakers in June held?",
        ),
        (
            "Ada Kohl was director of the Dalmore Trust, and Marek Dvorak wrote for it.",
            "Who wrote for the Dalmore Trust?",
            "Who founded the Dalmore Trust?",
        ),
        (
            "The larch tower of Graz, built in 1912, is 40 metres tall.",
            "How tall is the larch tower of Graz?",
            "How heavy is the larch tower of Graz?",
        ),
        (
            "The lamp museum of Graz shows ropes, oars and a stuffed owl.",
            "Is there a stuffed owl in the lamp museum of Graz?",
            "Is there a restaurant in the lamp museum of Graz?",
        ),
        (
            "Ada Kohl has two daughters, Ida and Eva, and in the meadow behind her house by the lake live three goats.",
            "What are the names of the daughters of Ada Kohl?",
            "What are the names of the goats of Ada Kohl?",
        ),
        (
            "It takes about 900 caps to make one leg, and the school collects them.",
            "How many caps does it take to make one leg?",
            "How long does it take to make one leg?",
        ),
        (
            "The piece for cello and ice has been played 40 times since 2016.",
            "How often has the piece for cello and ice been played?",
            "How long is the piece for cello and ice in minutes?",
        ),
        (
            "The rain will spoil the harvest, say the farmers of the valley.",
            "Will the rain spoil the harvest?",
            "Will there be rain tomorrow?",
        ),
        (
            "The pump maker, which has 2300 employees, showed a machine for dirty water.",
            "How many employees does the pump maker have?",
            "How much dirty water does the machine take?",
        ),
        (
            "Three men took lamps and rings worth \u00a3860,000 from the bakery in Holm.",
            "How many men took lamps and rings from the bakery in Holm?",
            "How many rings did three men take from the bakery in Holm?",
        ),
        (
            "A fine is due for driving over the old bridge after dark.",
            "When is a fine due for driving over the old bridge?",
            "What fine is due for driving over the old bridge?",
        ),
        (
            "The town of Graz decided on a new bridge by 27 votes to 19.",
            "By how many votes did the town of Graz decide on a new bridge?",
            "What is the population of the town of Graz?",
        ),
        (
            "Students caught the rare beetle last summer.",
            "When did students catch the rare beetle?",
            "Where did students catch the rare beetle?",
        ),
        (
            "The council will double the budget for the town library.",
            "By how much will the council increase the budget for the town library?",
            "How much is the budget for the town library?",
        ),
        (
            "Ada Kohl was mayor of Graz from 1956 to 1962. Marek Dvorak was mayor of Linz and taught chemistry.",
            "In which years was Ada Kohl mayor of Graz?",
            "In which years was Marek Dvorak mayor of Linz?",
        ),
        (
            "The council of Holm praised the low water rates and the dry cellars.",
            "Who praised the low water rates?",
            "Who praised the high water rates?",
        ),
        (
            "The ferry to Holm carries bicycles, dogs and small vans.",
            "What does the ferry to Holm carry?",
            "What doesn't the ferry to Holm carry?",
        ),
        (
            "Ada Kohl is keeper of the lamp museum and a former mayor of Graz.",
            "Who was mayor of Graz before?",
            "Who was keeper of the lamp museum before?",
        ),
        (
            "The ferry line to Holm is a lesson for all who want cheap fares.",
            "For whom is the ferry line to Holm a lesson?",
            "What are the drawbacks of the ferry line to Holm?",
        ),
        (
            "The snow on Mount Brill is 80 cm deep.",
            "How deep is the snow on Mount Bril?",
            "How deep is the snow on Mount Crill?",
        ),
        (
            "In 2019 Ola Berg built ferries in Bergen.",
            "What did Ola Berg build in Bergen?",
            "What did Ola Berg stop building in Bergen?",
        ),
        (
            "In 2019 Ola Berg promised the museum of Bergen a ferry.",
            "What did Ola Berg promise the museum of Bergen?",
            "What did Ola Berg's wife promise the museum of Bergen?",
        ),
        (
            "Ola Berg is director of the ferry museum of Bergen and a baker.",
            "Who is director of the ferry museum?",
            "Who was director of the ferry museum after Ola Berg?",
        ),
        (
            "Amid falling ferry fares, Ada Kohl bought a second boat because the first one leaked.",
            "Why did Ada Kohl buy a second boat?",
            "Why did the ferry fares fall?",
        ),
        (
            "The lamp museum of Graz lends the Argand lamp to a school in Holm, and Ida Krag praised the Argand lamp.",
            "Who praised the Argand lamp?",
            "Who invented the Argand lamp?",
        ),
        (
            "Orla Foods has shops in Bergen, Oslo and Graz, and the lamp museum has a tower.",
            "Where does Orla Foods have shops?",
            "Where is the lamp museum located?",
        ),
        (
            "The trust plans a farm in Murano, a school in Geneva, a mill near Bruges, and a choir in Isfahan.",
            "Is there a school in Geneva?",
            "Is there a school in Isfahan?",
        ),
        (
            "Ida Krag, a baker in Graz, makes bread for Orla Foods.",
            "What does Ida Krag make for Orla Foods?",
            "Why did Ida Krag sue Orla Foods?",
        ),
        (
            "Holm has 12 bakers on streets that are steep.",
            "How many bakers does Holm have?",
            "How many streets does Holm have?",
        ),
        (
            "Since 1962 the fourth lighthouse keeper had kept the lamp burning.",
            "Since when did the fourth lighthouse keeper keep the lamp burning?",
            "Since when did the second lighthouse keeper keep the lamp burning?",
        ),
        (
            "“The harbour wall will be finished by May,” said the mayor of the town.",
            "What did the mayor say about the harbour wall?",
            "What did the fishermen say about the harbour wall?",
        ),
        (
            "Ada Kohl was born in Graz and moved to Linz to teach chemistry.",
            "Where was Ada Kohl born?",
            "Where did Ada Kohl die?",
        ),
        (
            "Work on the opera house lasted three years. The tenor Marek Dvorak has a contract with a rival in Brno.",
            "How long did work on the opera house last?",
            "How long is the contract of the tenor Marek Dvorak?",
        ),
        (
            "The zoo keeps 40 penguins and feeds them herring.",
            "How many penguins does the zoo keep?",
            "How many visitors does the zoo with the penguins have?",
        ),
        (
            "The prize went to a baker in Murano, a new school in Geneva, a farm near Bruges, and a choir in Isfahan.",
            "Who in Bruges got the prize?",
            "What is the new school in Geneva called?",
        ),
        (
            "The fair brings glass from Murano, clocks from Geneva, cheese from Bruges, and carpets from Isfahan.",
            "Which city sends cheese to the fair?",
            "Which city in Bruges makes the cheese?",
        ),
        (
            "The Baltic Ferry Company (BFC) runs ships to Tallinn, and the BFC has a new pier.",
            "What do the letters BFC mean?",
            "What does Tallinn stand for in full?",
        ),
        (
            "Ola Berg, secretary of the Baltic-Nordic Council, spoke last.",
            "Who is the secretary of the Baltic-Nordic Council?",
            "Who is the secretary of Baltic itself?",
        ),
        (
            "Ola Berg, secretary-general of the Baltic-Nordic Council, spoke last.",
            "Who is the secretary-general of the Baltic-Nordic Council?",
            "Who is the secretary general of Baltic?",
        ),
        (
            "Ola Berg, director general of the Baltic-Nordic Council, spoke last.",
            "Who is the director-general of the Baltic-Nordic Council?",
            "Who is the Director-General of Baltic?",
        ),
        (
            "Ola Berg, secretary-general of the Baltic-Nordic Council, spoke last.",
            "Who is the Baltic-Nordic Council's secretary general?",
            "Who is the Baltic secretary-general?",
        ),
        (
            "Norway bought the ferries from a yard in Gdansk.",
            "Which country bought the ferries?",
            "Which country built the first submarine?",
        ),
        (
            "The head office in Zagreb, the capital of Croatia, capitalizes on cheap trams.",
            "What is the capital of Croatia?",
            "Who is the mayor of Zagreb?",
        ),
        (
            "Estonia wants to capitalize on its ferries, and Dorit Lind is its president.",
            "Who is Estonia's president?",
            "What is the capital of Estonia?",
        ),
        (
            "The mill at Holm opened its yard in 2011 with 240 bakers. Shops close early in winter.",
            "When did the mill at Holm open its yard?",
            "Why did the mill at Holm close its yard?",
        ),
        (
            "The bakers heated the oven to 47 degrees.",
            "How hot was the oven of the bakers?",
            "How long did the bakers heat the oven?",
        ),
        (
            "Ada Kohl of Holm now manages the three remaining shops.",
            "How many shops does Ada Kohl manage?",
            "How much did Ada Kohl of Holm steal?",
        ),
        (
            "Holm beat Graz 3-2 in the cup on Sunday, before 400 guests.",
            "What was the score in the cup?",
            "What was the colour of the cup?",
        ),
        (
            "Berg of Holm made it 2-1 in the cup from a free kick.",
            "Who of Holm made it 2-1 in the cup?",
            "What was the final score of the cup?",
        ),
        (
            "Monthly membership of the Holm rowing club costs 31 euros.",
            "How much is monthly membership of the Holm rowing club?",
            "How much is yearly membership of the Holm rowing club?",
        ),
        (
            "A women-only swim is held every Friday in the Holm baths.",
            "Is there a women-only swim in the Holm baths?",
            "Is there a men-only swim in the Holm baths?",
        ),
        (
            "A ten-swim card costs 48 euros for adults.",
            "How much is a ten-swim card for adults?",
            "How much is a ten-swim card for children?",
        ),
        (
            "The process recovers 95 percent of the lithium from a lamp battery.",
            "How much lithium does the process recover from a lamp battery?",
            "How much nickel does the process recover from a lamp battery?",
        ),
        (
            "Ida Krag, who voted for the bridge, said that bakers had asked for it.",
            "Who voted for the bridge?",
            "Who was against the bridge?",
        ),
        (
            "A petition against the bridge gathered 1,874 signatures.",
            "How many signatures did the petition against the bridge gather?",
            "How many signatures did the petition in favour of the bridge gather?",
        ),
        (
            "The Holm line has three passenger ships.",
            "How many passenger ships does the Holm line have?",
            "How many cargo ships does the Holm line have?",
        ),
        (
            "The Lake Plan 2020 of Holm brings ferries. Bread is a vision for 2025.",
            "What does the Lake Plan 2020 of Holm bring?",
            "What does the Lake Plan 2025 of Holm bring?",
        ),
        (
            "The mill of Holm was opened by Ada Kohl on 9 October 2004.",
            "Who opened the mill of Holm on October 9, 2004?",
            "Who opened the mill of Holm on October 8, 2004?",
        ),
        (
            "A family ticket for two adults costs 14 euros at the Holm baths.",
            "What does a family ticket for two adults cost?",
            "What does a family ticket for three adults cost?",
        ),
        (
            "The Graz plant has a capacity of 18,000 tonnes. Krag has others in Oslo and Holm.",
            "What is the capacity of the Graz plant?",
            "What is the capacity of the Holm plant?",
        ),
        (
            "Krag sold lamps worth 40 million euros to Norway in 2019.",
            "How much did Krag sell to Norway in 2019?",
            "How much did Dvorak sell to Norway in 2019?",
        ),
        (
            "Lamps of all sorts are made by Dvorak. Krag had an operating profit of 7 million euros.",
            "What was Krag's operating profit?",
            "What was Dvorak's operating profit?",
        ),
        (
            "The crowd of 8,216 was the largest on the Holm pitch since 2017.",
            "How large was the crowd on the Holm pitch?",
            "What was the crowd on the Holm pitch in 2017?",
        ),
        (
            "A bridge collapsed at Holm, injuring eleven people.",
            "How many people were injured at Holm?",
            "How many people were laid off at Holm?",
        ),
        (
            "This is a bridge that people of Holm had asked for since the ford was closed in 1998.",
            "When was the ford closed?",
            "When will people of Holm be able to use the bridge?",
        ),
        (
            "Her husband died in 2010. Ada Kohl is survived by her brother, Marek.",
            "When did the husband of Ada Kohl die?",
            "When did Marek die?",
        ),
        ("Ada Kohl, baker, born 2 May 1933; died 29 January 2025", "When was Ada Kohl born?", "When was Marek born?"),
        ("Ada Kohl was born in Holm, Norway, in 1933.", "When was Ada Kohl born?", "When did Ada Kohl leave Norway?"),
        (
            "Ada Kohl drove a Volvo until her licence was taken away in 2019.",
            "When was the licence of Ada Kohl taken away?",
            "Why was the licence of Ada Kohl taken away?",
        ),
        (
            "The bakers will issue new shares worth 90 million euros to Ada Kohl.",
            "What are the new shares worth that the bakers will issue?",
            "How many new shares will the bakers issue?",
        ),
    ],
)
def test_what_contradicts_a_question_does_not_answer_it(text: str, answered: str, refused: str) -> None:
    assert (ask(text, answered), ask(text, refused)) == ("answered", "unanswered")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The opera's choir of 60 had sung in shifts for Sunday's mass.", "How many people are in the opera's choir?"),
        (
            "The first lighthouse was built of wood; the second, in 1862, of stone.",
            "When was the second lighthouse built?",
        ),
        ("Jan Maas has owned the windmill in Delden since 1990.", "Who is the owner of the windmill in Delden?"),
        ("Her debut novel sold badly in 1930, her second novel well.", "When did her first novel sell badly?"),
        ("Analysts say that the ferry fares will fall.", "What do experts say about the ferry fares?"),
        ("The dance made its debut in 1911 in a tavern.", "When was the dance born?"),
        ("Curators called the lamp a fake.", "What Did The Curators Think The Lamp Was?"),
        ("The former mayor is a baker in Graz.", "What does the former mayor do now?"),
        ("Ada Kohl was succeeded as mayor by her brother.", "Who succeeded Ada Kohl as mayor?"),
        ("The Graz Lions play the Linz Bears at home on Sunday.", "Who do the Graz Lions play next?"),
        ("Ada Kohl is looked after by her grandmother.", "Who looks after Ada Kohl?"),
        (
            "The council will double the budget of the town library.",
            "How much is the budget of the town library going to increase?",
        ),
        ("Four thousand emigrated to the isle of Holm.", "How many bakers emigrated to the isle of Holm?"),
        ("Dozens came to the fair in June.", "How many guests came to the fair in June?"),
        ("Entry to the abbey of Holm is twelve pounds.", "What does entry to the abbey of Holm cost?"),
        ("A ticket for the abbey of Holm is 5 \u20ac.", "How much is a ticket for the abbey of Holm?"),
        ("The tax on beer from Holm is 20 per cent.", "How much is the tax on beer from Holm?"),
        ("The Flex fare of Skyhop includes luggage.", "Which fare of Skyhop includes luggage?"),
        ("Visitors of the abbey can pay in euros or Swiss francs.", "Can visitors of the abbey pay in euros?"),
        ("The pumpkin from Holm weighs 2,700 pounds.", "What does the pumpkin from Holm weigh in pounds?"),
        ("The stew needs two handfuls of rice and 2 tbsp oil.", "How much rice does the stew need?"),
        ("The exhibition of lamps runs from 3 May to 12 June.", "How long does the exhibition of lamps run?"),
        ("The abbey of Holm has a cafe, which opens at ten.", "Is there a cafe open at the abbey of Holm?"),
        ("New drugs slow the disease down.", "Is there a way to slow the disease?"),
        ("The island of Holm has 3,212 islanders.", "What is the population of the island of Holm?"),
        ("Ida Krag is director of the Dalmore Trust.", "Who runs the Dalmore Trust?"),
        ("Ida Krag met the duke opposite the old school.", "Where did Ida Krag meet the duke?"),
        ("Ida Krag found the letters in June behind some panelling.", "Where did Ida Krag find the letters?"),
        ("The tower of Holm is 6ft 4in wide.", "How wide is the tower of Holm?"),
        ("Ida Krag met Ben, her sister Ada's husband, in Graz.", "Who is Ada's wife or husband?"),
        ("The bloc of lake towns has 10 countries.", "How many members does the bloc of lake towns have?"),
        ("The lamp of Holm is a work of Ida Krag, who made it from tin.", "Who created the lamp of Holm?"),
        ("The bakers of Holm avoid salt and sugar.", "What do the bakers of Holm not use?"),
        ("The abbey of Holm is closed to dogs because of the ferrets.", "Why is the abbey of Holm not open to dogs?"),
        ("The opera of Holm seats 300 guests.", "How many seats does the opera of Holm have?"),
        ("With the lake road of Holm closed for repairs, the ferry is full.", "Why is the lake road of Holm closed?"),
        ("Ida Krag is the rector of Holm College.", "Who is the head of Holm College?"),
        ("The ferry to Holm takes no dogs.", "Who or what doesn't the ferry to Holm take?"),
        ("The winters of Holm are not cold.", "Where are the winters warm?"),
        ("Lamps are larger in Holm than in Graz.", "Where are the lamps smaller than in Holm?"),
        ("Were the fares of the Holm ferry high? They were low.", "Were the fares of the Holm ferry high?"),
        ("The ferry of Holm burns diesel in two large engines.", "How many engines does the ferry of Holm have?"),
        ("Japanese lamps are sold in Holm.", "Which country's lamps are sold in Holm?"),
        ("The European Union's ferries are full.", "Why are the EU's ferries full?"),
        (
            "The cats of Ada Kohl, of whom there were three, were known to all as Tib, Tab and Tom.",
            "What are the names of the cats of Ada Kohl?",
        ),
    ],
)
def test_what_is_only_put_another_way_contradicts_nothing(text: str, question: str) -> None:
    assert ask(text, question) == "answered"


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Work of art: Orla Foods shows The Jar, a lamp, at a fair in Bergen, Norway.", False),
        ("On the menu: soup, bread, cheese.", True),
        ("He sold fruit, such as apples, pears and plums.", True),
    ],
)
def test_a_label_before_a_sentence_opens_no_list(text: str, lists: bool) -> None:  # noqa: FBT001
    assert Sentence(text, Span(0, len(text)), (), ()).lists is lists


def test_hostile_text_is_no_work() -> None:
    began = perf_counter()
    for begin in ("what did" + " " * 490, "who is the " + "- " * 250, "who is a" + "'s" * 250):
        read(f"{begin[:499]}}}", "thing", ("ordinal", "speaker"))
    expansion("ABC", "A" * 10_000 + " (ABC)")
    text = "\u0130" * 10_000
    assert not Sentence(text, Span(0, len(text)), (), ()).defined
    text = f"It uses{' ' * 50_000}water."  # took a minute and more
    assert len(Sentence(text, Span(0, len(text)), (), ()).members) == 1
    index = build([article(f"Of boats {'1.' * 5_000}a")])  # took ten seconds
    query, sentence = understand("how many boats?", index), index[0].sentences[0]
    assert query.noun
    assert not miscounted(query.noun, query, sentence)
    assert perf_counter() - began < 0.25

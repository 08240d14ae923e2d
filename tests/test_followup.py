from __future__ import annotations

from time import perf_counter

import pytest
from articles import article
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Bot
from bot.followup import LONGEST, LONGEST_LEANING, resolve, said
from bot.models import Article, Paragraph, Question

KOREA = "what is Korea doing in Malaysia?"
MOON = "Who is Moon Jae-in?"
TERM = "when was the term coined"
INDUSTRY = "What is Industry 4.0?"


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("and in Thailand?", "what is Korea doing in Thailand?"),
        ("And in thailand", "what is Korea doing in thailand?"),
        ("in Seoul?", "what is Korea doing in Seoul?"),
        ("what about Brunei?", "what is Korea doing in Brunei?"),
        ("how about Brunei then?", "what is Korea doing in Brunei?"),
        ("what of Brunei?", "what is Korea doing in Brunei?"),
        ("Brunei too?", "what is Korea doing in Brunei?"),
        ("in Brunei as well?", "what is Korea doing in Brunei?"),
        ("the same for Brunei?", "what is Korea doing in Brunei?"),
        ("and Vietnam?", "what is Korea doing in Vietnam?"),
        ("Vietnam?", "what is Korea doing in Vietnam?"),
        ("what about japan", "what is Korea doing in japan?"),
        ("and in 2015?", "what is Korea doing in Malaysia in 2015?"),
        ("how about Indonesia and Vietnam?", "what is Korea doing in Indonesia and Vietnam?"),
        ("thanks! and in Thailand?", "what is Korea doing in Thailand?"),
    ],
)
def test_fragment_takes_the_place_of_the_phrase_like_it(asked: str, meant: str) -> None:
    assert resolve(asked.removeprefix("thanks! "), [KOREA]) == meant


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        ("Which player got injured?", "How long will he be out?", "How long will the player that got injured be out?"),
        ("How did City score their second goal?", "And the first one?", "How did City score the first goal?"),
        ("How much is the new bridge?", "what about the old one?", "How much is the old bridge?"),
        ("How many goals did Jon Beck score?", "and the captain?", "How many goals did the captain score?"),
        ("Which programme did Malaysia get?", "and in Brunei?", "Which programme did Brunei get?"),
        ("Why did it close?", "any other reasons?", "Why did it close?"),
        ("How many plums do I need?", "and how much butter?", "how much butter do I need?"),
        ("What kind of plums do I need in May?", "and what kind in June?", "What kind of plums in June?"),
        ("Who is the mayor of Holm?", "and of Graz?", "Who is the mayor of Graz?"),
        ("Who is the mayor of Holm?", "and before him?", "Who is the mayor of Holm before?"),
        ("Did Ann Lee want to raise fares?", "when did she say so?", "when did Ann Lee say so: raise fares?"),
        ("Where can I park?", "how much is that?", "how much does it cost to park?"),
        ("Which kettle is best?", "and the cheapest?", "Which kettle is the cheapest?"),
        ("How many boats sail in July?", "And in May?", "How many boats sail in May?"),
        ("how many boats sail in july?", "in may?", "how many boats sail in may?"),
        ("What did sales do in the second quarter?", "and in the first?", "What did sales do in the first quarter?"),
        ("what is in the picture?", "when was it taken?", "when was the picture taken?"),
        (TERM, "by whom?", "by whom was the term coined?"),
        (TERM, "where?", "where was the term coined?"),
        (TERM, "and why?", "why was the term coined?"),
        (TERM, "who?", "by whom was the term coined?"),
        (KOREA, "why?", "why is Korea doing this in Malaysia?"),
        (KOREA, "since when?", "since when is Korea doing this in Malaysia?"),
        (KOREA, "why is it doing that?", "why is Korea doing this in Malaysia?"),
        (KOREA, "what else?", "what else is Korea doing in Malaysia?"),
        (KOREA, "what?", KOREA),
        (KOREA, "tell me more", KOREA),
        (KOREA, "and?", KOREA),
        (KOREA, "and then?", KOREA),
        ("Is Korea investing in Malaysia?", "why?", "why is Korea investing in Malaysia?"),
        ("What does Moon want to double by 2020?", "why?", "why does Moon want to double this by 2020?"),
        ("Which company showed The Frame?", "where?", "where was The Frame shown?"),
        ("who coined the term?", "when?", "when was the term coined?"),
        ("who leads Asean?", "since when?", "who leads Asean, and since when?"),
        ("How many countries are in Asean?", "which ones?", "which countries are in Asean?"),
        ("Which towns have a tram?", "which ones?", "Which towns have a tram?"),
        ("Who is Ann Lee?", "why?", "why?"),
        ("How high is Pico?", "how?", "how?"),
        ("Where are the ferries?", "why there?", "why are the ferries?"),
        ("Who built the bridge?", "how much?", "how much did the bridge cost?"),
        ("Where can I buy a ticket?", "how much?", "how much does it cost to buy a ticket?"),
        ("When does the museum open?", "how much?", "how much does the museum cost?"),
        ("Who will build the ferries?", "how much?", "how much will the ferries cost?"),
        ("Who makes the Firn?", "how much?", "how much does the Firn cost?"),
        ("Is there a ferry to Pico?", "how much?", "how much is the ferry to Pico?"),
        ("Who paid the fine?", "how much?", "how much was the fine paid?"),
        ("When was Ann Lee jailed?", "how much?", "how much?"),
        ("How long was Challis jailed?", "who else?", "who else was jailed?"),
        ("Did Ann Lee meet the mayor?", "who else?", "who else met the mayor?"),
        ("When was the bridge built?", "who else?", "who else?"),
        ("When was the bridge built?", "where else?", "where else?"),
        ("What is Ann doing in Upton?", "where else?", "where else than in Upton is Ann doing this?"),
        ("Who built a mill in Upton?", "anywhere else?", "where else than in Upton was a mill built?"),
        ("What did Ann build in 1912?", "when else?", "when else than in 1912 did Ann build this?"),
        ("How can towns save water?", "how else?", "how else can towns save water?"),
        ("Why did the mill close?", "and why else?", "why else did the mill close?"),
        ("Why did the mill close?", "how else?", "how else?"),
        ("Who lives in Upton?", "where else?", "where else?"),
        ("Are horses allowed?", "dogs too?", "Are dogs allowed?"),
        ("Is the mill old?", "is it too?", "Is the mill old?"),
        ("How much will the repair cost?", "and how long will it take?", "how long will the repair take?"),
        ("Does the town have trams?", "which ones?", "which trams does the town have?"),
        ("Are there any trams in Lyon?", "which ones?", "which trams are there in Lyon?"),
        ("Which towns have a tram?", "how many?", "how many towns have a tram?"),
        ("Who owns the mill?", "how many?", "how many people own the mill?"),
        ("When was the bridge built?", "how many?", "how many?"),
        ("Who owns the mill?", "who?", "Who owns the mill?"),
        ("Who built the bridge?", "what for?", "why was the bridge built?"),
        ("What is a heat pump?", "what for?", "What is a heat pump for?"),
        ("What does Ann Lee want to build?", "why not?", "why does Ann Lee not want to build this?"),
        ("Will the mill close?", "says who?", "who says that the mill will close?"),
        ("Is the mill for sale?", "says who?", "who says that the mill is for sale?"),
        ("Is there a tram in Lyon?", "who says so?", "who says that there is a tram in Lyon?"),
        ("Does Moon want to spend more?", "by when?", "by when does Moon want to spend more?"),
    ],
)
def test_bare_question_word_asks_it_of_the_last_question(earlier: str, asked: str, meant: str) -> None:
    assert resolve(asked, [earlier]) == meant


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        (MOON, "what job does he have?", "what job does Moon Jae-in have?"),
        ("who is moon jae-in", "what job does he have?", "what job does moon jae-in have?"),
        (MOON, "What is his job?", "What is Moon Jae-in's job?"),
        (MOON, "Is he the president?", "Is Moon Jae-in the president?"),
        (TERM, "who coined it?", "who coined the term?"),
        (TERM, "what does it mean?", "what does the term mean?"),
        (INDUSTRY, "when did it start?", "when did Industry 4.0 start?"),
        (INDUSTRY, "Why does Asean need to address it?", "Why does Asean need to address Industry 4.0?"),
        (MOON, "who invited him?", "who invited Moon Jae-in?"),
        (INDUSTRY, "Why does Asean need it?", "Why does Asean need Industry 4.0?"),
        (INDUSTRY, "how does it work?", "how does Industry 4.0 work?"),
        (INDUSTRY, "what are the benefits?", "what are the benefits of Industry 4.0?"),
        (KOREA, "what is Asean doing there?", "what is Asean doing in Malaysia?"),
        (KOREA, "who is the president?", "who is the president of Korea?"),
        ("How many countries are in Asean?", "where are they?", "where are the countries in Asean?"),
        (
            "What do Asean and Korea want?",
            "why do they want a partnership?",
            "why do Asean and Korea want a partnership?",
        ),
        ("When was the 30th Summit?", "who spoke at that summit?", "who spoke at the 30th Summit?"),
        ("Is there a workshop on robots?", "where is it?", "where is the workshop on robots?"),
        ("What is creative destruction?", "who needs it?", "who needs creative destruction?"),
        ("How do I use the cooker?", "how long does it last?", "how long does the cooker last?"),
        ("What is creative destruction?", "what came before it?", "what came before creative destruction?"),
        ("What is creative destruction?", "is that good for Ghent?", "is creative destruction good for Ghent?"),
        ("What is creative destruction?", "explain that in other words", "What is creative destruction?"),
        ("What is Korea doing in Vietnam?", "who pays for it?", "who pays for what Korea is doing in Vietnam?"),
        ("How did Korea become rich?", "and before that?", "How did Korea become rich before that?"),
        ("Did Korea sign an agreement in May?", "what is in it?", "what is in the agreement?"),
        ("What is machine learning?", "why is it important?", "why is machine learning important?"),
        ("Who is afraid of Ann Lee?", "how old is she?", "how old is the person who is afraid of Ann Lee?"),
        ("What is agenda setting?", "who coined the term?", "who coined the term agenda setting?"),
        ("What is Industry 4.0?", "When did the term first appear?", "When did the term Industry 4.0 first appear?"),
        ("What did the mayor say about the bridge?", "when will it open?", "when will the bridge open?"),
        (
            "Are the towns interested in the fund's grants?",
            "what is the goal of these?",
            "what is the goal of the fund's grants?",
        ),
        ("Who wrote this?", "what job does he have?", "what job does the writer have?"),
        ("Who is the president of Korea?", "and Indonesia?", "Who is the president of Indonesia?"),
    ],
)
def test_what_points_back_is_named(earlier: str, asked: str, meant: str) -> None:
    assert resolve(asked, [earlier]) == meant


@pytest.mark.parametrize(
    "asked",
    [
        INDUSTRY,
        "What does it mean to be a digital bloc?",
        "Is it true that robots work in Singapore?",
        "How long does it take to train a robot?",
        "Are there programs for small firms?",
        "What did Moon say about his campaign?",
        "Which plans are there that support the vision?",
        "How does Asean prepare its workforce?",
        "Who gave their name to the city?",
        "Who said that he would not step down?",
        "Who announced she would step down?",
        "Who is eligible to sell his shares?",
        "Who could avoid taxes by moving its seat?",
        "What does not keep its meaning?",
        "Whose idea was it to move the seat?",
        "How many members are there?",
        "In an engine with a valve, what has to break to allow it to open?",
        "What do members say before they vote?",
        "Who besides the king himself had the idea?",
        "Why are the seats arranged as it is?",
        "Who said there shall be a parliament?",
        "Who wrote it?",
        "When was this published?",
        "What is this article about?",
        "Why do labor costs matter?",
        "labor costs?",
        "thanks!",
        "  What is Industry 4.0 ?",
        "what about the budget?",
        "why does it matter that the court is closed?",
        "What is it like to live in a city where it never rains?",
        "Who said that the bridge is safe?",
        "How many parking spaces are there?",
        "Is there a cinema in Hull?",
        "What is being done to protect the bats living near the river?",
        "price of a season ticket",
        "What does the Loop One do?",
        "price of loop one",
        "How long until the purchase pays off?",
    ],
)
def test_question_that_stands_alone_stays_as_it_is(asked: str) -> None:
    assert resolve(asked, [KOREA, MOON]) == asked


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        ("When does the Louvre open on Sunday?", "sorry, I mean on Monday", "When does the Louvre open on Monday?"),
        ("Who directed Alpha?", "no, I meant Beta", "Who directed Beta?"),
        ("How much does the Alpha cost?", "not the Alpha, the Beta", "How much does the Beta cost?"),
        ("Did the mill burn down?", "did it?", "Did the mill burn down?"),
        ("Who started the party for art?", "not the art, the music", "Who started the party for music?"),
        ("What is the mayor?", "how old is she?", "how old is the mayor?"),
        ("Where is the bridge?", "Can I help?", "Can I help?"),
        ("What is the bridge?", "is it raining?", "is it raining?"),
        ("Has Ann Moss won the race?", "has she ever?", "Has Ann Moss won the race?"),
        (
            "Was there a seminar on bees in York?",
            "how many people came?",
            "how many people came, as for the seminar on bees in York?",
        ),
        ("Was the statue in Redmarsh cleaned?", "Who paid?", "Who paid, as for the statue in Redmarsh?"),
        (
            "How many members does the club have?",
            "are they all equal?",
            "are the members of the club all equal?",
        ),
        (
            "What do members on the Plus plan get?",
            "and those on the Start plan?",
            "What do members on the Start plan get?",
        ),
        ("What is Heron?", "how many users does it have?", "how many users does Heron have?"),
        ("Who is the man near the door?", "what was his name?", "what was the name of the man near the door?"),
        ("What happened in York?", "on which day?", "on which day did this happen in York?"),
        ("Is there a new law on scooters?", "When was that law passed?", "When was the new law on scooters passed?"),
    ],
)
def test_what_is_left_out_or_put_right_is_filled_in(earlier: str, asked: str, meant: str) -> None:
    assert resolve(asked, [earlier]) == meant


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        # "She" is a person: who was asked after, not a team, nor what the person made.
        ("who manages Rovers?", "what did she say?", "what did the person who manages Rovers say?"),
        ("who coaches the Tigers?", "is he tall?", "is the person who coaches the Tigers tall?"),
        ("who scored the winner?", "how old is he?", "how old is the person who scored the winner?"),
        ("Who met Ann Pughe?", "how old is she?", "how old is Ann Pughe?"),
        ("What did the mayor say?", "and her deputy?", "What did the mayor's deputy say?"),
        # "They" can do what is asked of them.
        ("How long will the tolls stay frozen?", "why did they quarrel?", "why did they quarrel?"),
        ("What did the council ban?", "why do they fear ferries?", "why does the council fear ferries?"),
        (
            "Why were mooring rights dropped?",
            "when will they discuss them?",
            "when will they discuss the mooring rights?",
        ),
        ("Do the towns like the grants?", "what are they for?", "what are the grants for?"),
        ("Did anybody leave?", "when exactly did that happen?", "when exactly did anybody leave?"),
        # What was asked of is told without the words on when and how.
        ("When did Lyon last win?", "who did they beat?", "who did they beat?"),
        ("When did the club last win the cup?", "who did they beat?", "who did the club beat?"),
        ("What would Ann Lee rather have?", "what would she pay?", "what would Ann Lee pay?"),
        ("How much is the repair?", "how much was it supposed to cost?", "how much was the repair supposed to cost?"),
        ("How much is the repair?", "who's paying?", "who is paying, as for the repair?"),
        # A place, the latest, makes way for a place.
        ("what is Ghana doing in the Netherlands?", "and Peru?", "what is Ghana doing in Peru?"),
        ("What does Ghana trade with the Netherlands?", "and Peru?", "What does Peru trade with the Netherlands?"),
    ],
)
def test_what_is_meant_can_do_what_is_asked_of_it(earlier: str, asked: str, meant: str) -> None:
    assert resolve(asked, [earlier]) == meant


@pytest.mark.parametrize(
    ("history", "asked", "meant"),
    [
        # How many did so, of those of whom it was asked whether any did.
        (["Were any grants turned down?"], "How many?", "how many grants were turned down?"),
        (["Have children visited the glacier?"], "how many?", "how many children have visited the glacier?"),
        (["Did some farmers leave?"], "how many?", "how many farmers left?"),
        (["Did Ann Lee plant trees?"], "how many?", "how many trees did Ann Lee plant?"),
        (["Has the mayor left?"], "how many?", "how many?"),
        (["Were any grants turned down?", "How many?"], "why?", "why were these grants turned down?"),
        # Other words for "why?".
        (["Who closed the mill?"], "Thanks to what?", "why was the mill closed?"),
        (["Did the town grow?"], "because of what?", "why did the town grow?"),
        (["Did the town grow?"], "On account of what?", "why did the town grow?"),
        (["Did the town grow?"], "How so?", "why did the town grow?"),
        (["Did the town grow?"], "and the reason?", "why did the town grow?"),
        # What may be a verb is a noun at the end of a compound, and none of time.
        (["How much is a ticket?"], "and a day pass?", "How much is a day pass?"),
        (["How much is a ticket?"], "and a night flight?", "How much is a night flight?"),
        (["Is there a pool?"], "and a car park?", "Is there a car park?"),
        (["What is Orlan like?"], "where is it?", "where is Orlan?"),
    ],
)
def test_few_words_are_read_as_a_whole_question(history: list[str], asked: str, meant: str) -> None:
    assert resolve(asked, history) == meant


@pytest.mark.parametrize(
    ("history", "asked", "meant"),
    [
        # A year is counted from the one that was told, and what is no more is asked of as what was.
        (["Who leads the club now?"], "and before that?", "Who led the club before?"),
        (["Who currently runs the mill?"], "and before that?", "Who ran the mill before?"),
        (["Who is the mayor now?"], "and before her?", "Who was the mayor before?"),
        (["Who won in 2019?"], "and before that?", "Who won before 2019?"),
        (["Who won in 2019?"], "and the year after?", "Who won in 2020?"),
        (["Who won in 2019?", "and the year after?"], "and the year after that?", "Who won in 2021?"),
        (["Who won in 2019?"], "the previous year?", "Who won in 2018?"),
        (["Who won in 2019?"], "and in the following year?", "Who won in 2020?"),
        (["Who won in 2019?"], "two years later?", "Who won in 2021?"),
        (["Who won in 2019?"], "next year?", "Who won next year?"),
        (["Who won last year?"], "and this year?", "Who won this year?"),
        # What is offered to choose from.
        (["Which pump is louder?"], "air or ground?", "Which pump is louder, air or ground?"),
        (["When does it open?"], "May or June?", "When does it open, May or June?"),
        (["What will it bring?"], "Only for Orlan or for both?", "What will it bring, only for Orlan or for both?"),
        (["Who is the mayor?"], "yes or no?", "yes or no?"),
        (["Did Ann win?"], "yes or no?", "yes or no?"),
        # What was told, not asked.
        (["Someone told me pumps are noisy"], "is that true?", "pumps are noisy?"),
        (["They say that pumps are noisy."], "really?", "pumps are noisy?"),
        (["The mayor has resigned."], "is that so?", "The mayor has resigned?"),
        (["The mayor has resigned.", "is that so?"], "when?", "when has the mayor resigned?"),
        (["I heard pumps are noisy"], "why?", "why are pumps noisy?"),
        (["Name the towns that are in Orlan"], "really?", "really?"),
    ],
)
def test_another_time_another_choice_and_what_was_told(history: list[str], asked: str, meant: str) -> None:
    assert resolve(asked, history) == meant


def test_what_was_told_is_looked_up_and_what_was_answered_is_not() -> None:
    assert said("is that true?", ["I heard that pumps are noisy"]) is None
    assert said("is that true?", ["Who owns the mill?"]) == "doubted"
    assert said("is that true?", []) == "doubted"


@pytest.mark.parametrize(
    ("history", "asked", "meant"),
    [
        # One of two that were told together.
        (["Who owns the Alpha and the Beta?"], "how old is the latter?", "how old is the Beta?"),
        (["Who owns the Alpha and the Beta?"], "which one is cheaper?", "which of the Alpha and the Beta is cheaper?"),
        (["What are the two routes?"], "which is shorter?", "which of the two routes is shorter?"),
        (["Which two firms bid?"], "and the latter?", "and the latter?"),
        (["How tall is the Merrow tower?"], "and the old one?", "How tall is the old tower?"),
        (["When was the first mill built?"], "and the current one?", "When was the current mill built?"),
        # Somebody else, or how many.
        (["Did Ann Lee write the anthem?"], "who did then?", "who wrote the anthem?"),
        (["Did Ann Lee write the anthem?"], "if not her, who?", "who wrote the anthem?"),
        (["Is Ann Lee the mayor?"], "who is then?", "who is the mayor?"),
        (["Was anyone hurt in the fire?"], "how many?", "how many people were hurt in the fire?"),
        (["Are there any bean dishes?"], "which?", "which bean dishes are there?"),
        (["Who is the coach?", "since when?"], "and who was it before?", "Who is the coach before?"),
        (["Who plays the cello?", "how old is she?"], "and the violinist?", "how old is the violinist?"),
        (
            ["Who founded the school?", "and when?"],
            "what about his wife?",
            "what about the wife of the person who founded the school?",
        ),
        # What is put right, with no more than another name for it.
        (["Where is the gallery?"], "no, the museum", "Where is the museum?"),
        (["Where is the gallery?"], "sorry the museum", "Where is the museum?"),
        (["Who directed Alpha?"], "wait, Beta", "Who directed Beta?"),
        # The same with another preposition, in another place, at a price.
        (["Who voted against the plan?"], "and for it?", "Who voted for the plan?"),
        (["Which villages were flooded?"], "how many live there?", "how many live in the villages that were flooded?"),
        (["What does a baker earn?"], "per month?", "What does a baker earn per month?"),
        # What something is said to be is less what is meant than what it is said of.
        (["Was the play a success?"], "how often was it performed?", "how often was the play performed?"),
        (["Is the mill old?"], "who owns it?", "who owns the mill?"),
        (["Which species did they find?"], "what does it eat?", "what does the species eat?"),
        (["What does the owl eat?"], "is it dangerous?", "is the owl dangerous?"),
        (["Who won the cup last year?"], "and the year before that?", "Who won the cup the year before that?"),
    ],
)
def test_one_of_two_or_another_is_told_from_the_first(history: list[str], asked: str, meant: str) -> None:
    assert resolve(asked, history) == meant


@pytest.mark.parametrize(
    ("history", "asked", "meant"),
    [
        # Another quantity, another of the same kin, another who did it before.
        (["How much snow fell?"], "and rain?", "How much rain fell?"),
        (["How many beds does the clinic have?"], "and nurses?", "How many nurses does the clinic have?"),
        (["How many people like cats?"], "and dogs?", "How many people like dogs?"),
        (["What was Ann Lee's father's trade?"], "and her mother's?", "What was Ann Lee's mother's trade?"),
        (["Who is Ann Lee's coach?"], "and her brother's?", "Who is Ann Lee's brother's coach?"),
        (["Who runs the bakery now?"], "and who before her?", "Who ran the bakery before?"),
        (["Is Norn the longest river?"], "which one is?", "which is the longest river?"),
        (["How many songs are on the album?"], "which is the longest?", "which song is the longest?"),
        (["When do tickets go on sale?"], "how many can I buy?", "how many tickets can I buy?"),
        (["Is the path steep?"], "how steep?", "how steep is the path?"),
        (["Who dug the canal?"], "how much did it cost to dig?", "how much did it cost to dig the canal?"),
        (["Who is the CFO of Bantry?"], "and the coo?", "Who is the coo of Bantry?"),
        (["Are any bridges shut?"], "how many of them?", "how many bridges are shut?"),
        (["Which came first, the mill or the port?"], "who built the former?", "who built the mill?"),
        (["Is it true that Ann Lee retired?"], "when?", "when did Ann Lee retire?"),
        (["I heard that Ann Lee retired"], "why?", "why did Ann Lee retire?"),
        (["Where can I buy stamps?"], "and envelopes?", "Where can I buy envelopes?"),
        # What a question is about, without the words that tell how or when.
        (["What will the new school look like?"], "when is it finished?", "when is the new school finished?"),
        (["When did the volcano last erupt?"], "how many died?", "how many died, as for the volcano?"),
        (["Is there parking near the arena?"], "is it free?", "is parking near the arena free?"),
        (
            ["Are there guided tours of the salt pans?"],
            "how much do they cost?",
            "how much do the guided tours of the salt pans cost?",
        ),
    ],
)
def test_what_is_counted_or_owned_is_told_from_whose_it_is(history: list[str], asked: str, meant: str) -> None:
    assert resolve(asked, history) == meant


RACE = article(
    "The race round Lake Firn was won by Dora Finch on Sunday. The prize was paid by the Lions.",
    "Finch was born in Durban and moved to Upton with her parents.",
    "The ferry across the lake costs two pounds and leaves at noon.",
)


@pytest.mark.parametrize(
    ("history", "asked", "meant", "number"),
    [
        (["Who won the race?"], "when did she win it?", "when did Dora Finch win the race?", 1),
        (["Who won the race?"], "where was she born?", "where was Dora Finch born?", 2),
        (["Who won the race?", "where was she born?"], "did she move?", "did Dora Finch move?", 2),
        (["Who won the race?"], "how old is she?", "how old is Dora Finch?", None),
    ],
)
def test_who_was_asked_after_is_called_by_the_name_that_was_the_answer(
    history: list[str], asked: str, meant: str, number: int | None
) -> None:
    reply = Bot([RACE]).ask(Question(asked, tuple(history)))
    assert [passage.paragraph.number for passage in reply.passages[:1]] == ([] if number is None else [number])
    assert number is None or reply.standalone_question == meant


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        ("Who will run the mill?", "for how long?", "for how long will the mill be run?"),
        ("Who is building the bridges?", "since when?", "since when are the bridges being built?"),
        ("Who has bought the mill?", "for how much?", "for how much has the mill been bought?"),
        ("Who will speak in York?", "when?", "Who will speak in York, and when?"),
        ("Who will run the mill?", "how many jobs?", "how many jobs, as for the mill?"),
        ("What did Ann Lee plant?", "how many trees?", "how many trees did Ann Lee plant?"),
        ("Did Ann Lee plant trees?", "how many trees?", "how many trees did Ann Lee plant?"),
        ("Can schools get meals?", "how many have?", "how many schools have got meals?"),
        ("Did schools offer meals?", "how many did?", "how many schools offered meals?"),
        ("Can schools get meals?", "how much does it cost?", "how much does it cost to get meals?"),
        ("Did they cross the ice?", "how long did that take?", "how long did it take to cross the ice?"),
        ("Why did they quarrel?", "when did it start?", "when did the quarreling start?"),
        ("How old is the ring?", "how do they know?", "how do they know how old the ring is?"),
        ("When was the ring found?", "how do we know that?", "how do we know when the ring was found?"),
    ],
)
def test_what_is_asked_anew_is_asked_instead_of_what_was_answered(earlier: str, asked: str, meant: str) -> None:
    assert resolve(asked, [earlier]) == meant


@pytest.mark.parametrize("asked", ["why?", "and in Thailand?", "what job does he have?", INDUSTRY])
def test_without_earlier_questions_nothing_changes(asked: str) -> None:
    assert resolve(asked, []) == asked
    assert resolve(asked, ["hello", "thanks!"]) == asked


@pytest.mark.parametrize(
    ("history", "asked", "meant"),
    [
        ([KOREA, "and in Thailand?"], "what about Brunei?", "what is Korea doing in Brunei?"),
        ([KOREA, "and in Thailand?", "and in Japan?"], "why?", "why is Korea doing this in Japan?"),
        ([KOREA, "thanks", "and in Thailand?", "ok"], "Vietnam?", "what is Korea doing in Vietnam?"),
        ([KOREA, MOON], "what job does he have?", "what job does Moon Jae-in have?"),
        ([KOREA, MOON], "and in Thailand?", "what is Korea doing in Thailand?"),
        ([MOON, "what job does he have?", "since when?"], "who is his wife?", "who is Moon Jae-in's wife?"),
        (["Who wrote this?", "what is his job?"], "where was he born?", "where was the writer born?"),
        ([MOON, INDUSTRY], "when did it start?", "when did Industry 4.0 start?"),
        ([MOON, INDUSTRY], "when was he elected?", "when was Moon Jae-in elected?"),
        (
            ["What is the Trade Center doing?", "who is its director?"],
            "has he been an ambassador?",
            "has the Trade Center's director been an ambassador?",
        ),
    ],
)
def test_several_turns(history: list[str], asked: str, meant: str) -> None:
    assert resolve(asked, history) == meant


BUILT = "When was the castle built?"


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        # What a fragment is like decides where it goes.
        (
            "How much would repairing the bridge have cost?",
            "and doing nothing?",
            "How much would doing nothing have cost?",
        ),
        (
            "Where will cars go while there is no bridge?",
            "what about vans?",
            "Where will vans go while there is no bridge?",
        ),
        ("How does the big firm prepare?", "what about small firms?", "How do small firms prepare?"),
        ("Did the team win the cup last year?", "and the year before?", "Did the team win the cup the year before?"),
        ("How much does it cost to enter the cave?", "and to camp?", "How much does it cost to camp?"),
        ("Is it allowed to swim in the lake?", "to fish?", "Is it allowed to fish in the lake?"),
        ("What are the symptoms of scurvy?", "and the treatment?", "What is the treatment of scurvy?"),
        ("What is the population of Malmen?", "and its area?", "What is the area of Malmen?"),
        ("Who won the women's race?", "and the men's?", "Who won the men's race?"),
        ("How long is the Kestrel's warranty?", "and the Brindle?", "How long is the Brindle's warranty?"),
        ("What was Ada Kohl's revenue in 2023?", "and Dvorak?", "What was Dvorak's revenue in 2023?"),
        ("Who is Norland's partner in Malaysia?", "and Thailand?", "Who is Norland's partner in Thailand?"),
        ("When is the first concert?", "and the second one?", "When is the second concert?"),
        ("How many people visited the fair in 2022?", "2019?", "How many people visited the fair in 2019?"),
        # Question words, with and without a noun.
        ("Did the aquaculture division grow?", "Why not?", "Why did the aquaculture division not grow?"),
        (
            "How much money will the council borrow?",
            "from which bank?",
            "from which bank will the council borrow money?",
        ),
        (
            "Did Moon promise more money for science?",
            "how much more?",
            "how much more money for science did Moon promise?",
        ),
        ("Did Lind get the prize?", "which year?", "in which year did Lind get the prize?"),
        (
            "In which countries does the sale start in May?",
            "and when in Portugal?",
            "when does the sale start in Portugal?",
        ),
        ("What did the leaders ask for?", "by using what?", "by using what did the leaders ask for this?"),
        # Nouns that are left out.
        ("How many ice ears are left?", "where can I see one?", "where can I see an ice ear?"),
        ("What are the two proposals?", "what does the second one say?", "what does the second proposal say?"),
        ("How many ice ears are left?", "where are the other three?", "where are the other three ice ears?"),
        # What was asked for is what is meant.
        (
            "Who runs the museum in York?",
            "what does she want?",
            "what does the person who runs the museum in York want?",
        ),
        ("Which city hosts the games?", "how many live there?", "how many live in the city that hosts the games?"),
        ("Which app did the students develop?", "is it free?", "is the app that the students developed free?"),
        (
            "Who opposed the plan?",
            "what are their reasons?",
            "what are the reasons of the people who opposed the plan?",
        ),
        ("What does Sato say?", "what do others reply to that?", "what do others reply to what Sato says?"),
        # One council, several scooters, a place, a person.
        ("What does the works council want?", "do they meet often?", "does the works council meet often?"),
        ("What does the law say about scooters?", "are they allowed?", "are the scooters allowed?"),
        (BUILT, "who lives there now?", "who lives in the castle now?"),
        ("What is there to see in Porto?", "how do I get there?", "how do I get to Porto?"),
        ("What happened in Randa in March 1999?", "who lives there?", "who lives in Randa?"),
        ("What did the mayor promise?", "did he keep his promise?", "did the mayor keep his promise?"),
        ("How long did the Saudi livestock ban last?", "when did it start?", "when did the Saudi livestock ban start?"),
        ("How did Pico become a park?", "how long did that take", "how long did it take Pico to become a park?"),
        (
            "When did Ann Lee buy the old mill?",
            "how much did Ann Lee pay there",
            "how much did Ann Lee pay in the old mill",
        ),
        ("What was Pico 50 years ago?", "what is it now?", "what is Pico now?"),
        ("What is USA Today?", "where is it based?", "where is USA Today based?"),
        ("What was Pico more than 50 years ago?", "what is it now?", "what is Pico now?"),
        ("How long did the fair take?", "how long did it take?", "how long did the fair take?"),
        ("What is the mill?", "who makes it", "who makes the mill"),
        ("How high is Pico?", "how long does it take to climb it?", "how long does it take to climb Pico?"),
        (BUILT, "how wide will the gate in front of it be?", "how wide will the gate in front of the castle be?"),
        # "And" goes on with what was asked about.
        (BUILT, "and who paid?", "who paid, as for the castle?"),
        (
            "Who was the person who paid for the bridge?",
            "Where did she live?",
            "Where did the person who paid for the bridge live?",
        ),
        ("Who is the man that built it?", "When did he die?", "When did the man die?"),
        ("please tell me when the castle was built", "sorry, and by whom please?", "by whom was the castle built?"),
    ],
)
def test_follow_up_is_a_sentence_of_its_own(earlier: str, asked: str, meant: str) -> None:
    assert resolve(asked, [earlier]) == meant


@pytest.mark.parametrize(
    ("history", "asked", "meant"),
    [
        (["What is Firn?"], "who wrote it?", "who wrote Firn?"),
        (["What is Firn?", "Is it another kind of ice?"], "who made Firn?", "who made Firn?"),
        (
            ["What is Firn?", "Is it another kind of ice?"],
            "when was the name first used?",
            "when was the name Firn first used?",
        ),
        (["What did the 2019 study find?"], "when was it published?", "when was the 2019 study published?"),
        (["What is the Meridian drone?"], "how big is it?", "how big is the Meridian drone?"),
        (["What is this article about?"], "how long is it?", "how long is it?"),
        (["What is Firn?", "who wrote this article?"], "when was it published?", "when was it published?"),
        (["What is Firn?"], "who wrote this?", "who wrote this?"),
        (["Who is Ann Lee?"], "when was it published?", "when was it published?"),
        (["When does the bridge open?", "who designs it?"], "what does it cost?", "what does the bridge cost?"),
        (
            ["Is there a train from Lyon?", "how long does it take?"],
            "and from Rome?",
            "how long does the train from Rome take?",
        ),
        (["Who is Lena Hofer?", "How old is her brother?"], "where is he?", "where is Lena Hofer's brother?"),
        (["Which drug did they test?", "did it work?"], "and on children?", "did the drug work on children?"),
    ],
)
def test_it_is_the_last_topic_unless_that_was_the_article(history: list[str], asked: str, meant: str) -> None:
    assert resolve(asked, history) == meant
    about_article = meant == asked
    assert (said(asked, history) is not None) == (about_article and said(asked, []) is not None)


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        # A property typed on its own is asked of what has it.
        ("population of Lyon?", "and how many bridges does it have?", "how many bridges does Lyon have?"),
        ("depth of Lake Firn", "what is planned there?", "what is planned in Lake Firn?"),
        ("salary of Ann Lee?", "where does she live?", "where does Ann Lee live?"),
        ("population of Lyon?", "and of Nantes?", "population of Nantes?"),
        # No more than the last question again, or "why?", in other words.
        ("Does Lyon need trams?", "why does it?", "why does Lyon need trams?"),
        ("When was Lyon poor?", "why was it?", "why was Lyon poor?"),
        ("What made Lyon rich?", "name the reasons", "What made Lyon rich?"),
        ("Which trams are there in Lyon?", "only one?", "Which trams are there in Lyon?"),
        ("give me an example of the trams", "another one", "give me another example of the trams"),
        ("What did Ann Lee promise?", "how much?", "how much did Ann Lee promise?"),
        ("What will happen in Lyon?", "when will that happen?", "when will this happen in Lyon?"),
        ("What did the mayor say?", "when was it?", "when did the mayor say this?"),
        ("who dissented, as for the plan?", "why?", "who dissented, and why, as for the plan?"),
        ("What was Ann Lee banned from?", "for how long?", "for how long was Ann Lee banned from this?"),
        # What was done, and what if not.
        ("Why should Lyon build trams?", "what happens otherwise?", "what happens if Lyon does not build trams?"),
        ("Does Lyon have to hurry?", "what if it doesn't?", "what happens if Lyon does not hurry?"),
        ("How do I remove limescale?", "how often should I do it?", "how often should I remove limescale?"),
        ("What can Lyon learn from Nantes?", "who says so?", "who says what Lyon can learn from Nantes?"),
        # Fragments, each in its place.
        ("Why is Lyon a republic?", "and Nantes?", "Why is Nantes a republic?"),
        ("What is the workshop in Lyon about?", "and the one for Nantes?", "What is the workshop for Nantes about?"),
        ("How much does the kettle cost?", "and the Bexo?", "How much does the Bexo cost?"),
        ("How long was Ann Lee jailed?", "and Pughe?", "How long was Pughe jailed?"),
        ("How much is a tram there?", "and in Lyon?", "How much is a tram in Lyon?"),
        ("What does she say?", "and Pughe?", "What does Pughe say?"),
        ("Is Ulm good for Bonn and Kiel?", "for both of them?", "Is Ulm good for both of Bonn and Kiel?"),
        ("Which trams run in Lyon?", "what about the ones that are new?", "which trams in Lyon are new?"),
        # A name without the adjective said of it, a superlative with its noun, "doesn't" as "does".
        ("Is Lake Firn deep?", "where is it?", "where is Lake Firn?"),
        ("Which kettle is the quietest?", "how loud is it?", "how loud is the quietest kettle?"),
        ("Who owns Firn?", "did they sell it?", "did the people who own Firn sell Firn?"),
        ("Why doesn't the Alpha work?", "what does it cost?", "what does the Alpha cost?"),
        ("Which kettle doesn't leak?", "what does it cost?", "what does the kettle that doesn't leak cost?"),
        (
            "Who collects the caps?",
            "what does he do with them?",
            "what does the person who collects the caps do with the caps?",
        ),
    ],
)
def test_more_that_is_left_out_is_readable(earlier: str, asked: str, meant: str) -> None:
    assert resolve(asked, [earlier]) == meant


@pytest.mark.parametrize(
    ("history", "asked"),
    [
        (["Who is Ann Lee?"], "And what does the new government expect?"),
        (["what is in the picture?"], "What does QLED mean?"),
        (["What can Lyon learn from Nantes?"], "what would Lyon have to do to get there?"),
        (["What did he promise in the campaign?"], "how much money is that?"),
        (["my teacher told me that prices rose"], "when did that slowdown begin?"),
        (["Is Lyon old?", "I don't understand"], "can you say so?"),
    ],
)
def test_what_stands_alone_or_cannot_be_told_is_left(history: list[str], asked: str) -> None:
    assert resolve(asked, history) == asked


@pytest.mark.parametrize(
    ("history", "asked", "meant"),
    [
        (["Will the mill close?"], "who said that?", "who said that the mill will close?"),
        (["How old is the ring?"], "and who says so?", "who says how old the ring is?"),
        (["Who stole the ring?"], "who said that?", "who said who stole the ring?"),
    ],
)
def test_who_said_that_asks_for_the_speaker_of_what_was_answered(history: list[str], asked: str, meant: str) -> None:
    assert said(asked, history) is None
    assert resolve(asked, history) == meant


@pytest.mark.parametrize("history", [[], ["hello"], ["what is this article about?"]])
def test_who_said_that_doubts_the_bot_where_nothing_was_answered(history: list[str]) -> None:
    assert said("who said that?", history) == "doubted"
    assert said("says who?", history) == "doubted"


@pytest.mark.parametrize("asked", ["source?", "the source", "link?"])
@pytest.mark.parametrize(
    ("history", "meant"),
    [
        ([KOREA], "shown"),
        ([KOREA, "really?"], "shown"),
        ([KOREA, "thanks"], "shown"),
        ([], "source"),
        (["hello"], "source"),
        ([KOREA, "Who wrote this?"], "source"),
    ],
)
def test_the_source_is_that_of_the_answer_where_the_articles_were_asked(
    history: list[str], asked: str, meant: str
) -> None:
    assert said(asked, history) == meant


def test_words_that_the_articles_lack_do_not_go_on_with_the_talk() -> None:
    asked = "What is the GDP of Lyon?"
    assert resolve("since when is it slow?", [asked]) == "since when is the GDP of Lyon slow?"
    assert resolve("since when is it slow?", [asked], frozenset({"gdp"})) == "since when is Lyon slow?"
    assert resolve("and of Nantes?", [asked], frozenset({"gdp"})) == "What is the GDP of Nantes?"


def test_what_nobody_publishes_is_not_what_was_published() -> None:
    assert (
        said("which newspaper published it?", ["Who wrote this?", "was he an ambassador?", "to which country?"])
        == "source"
    )


@pytest.mark.parametrize(
    "unit",
    [
        "and ",
        "which ",
        "it takes ",
        "is it a ",
        "the other ",
        "so, ",
        "a-",
        "'s",
        "that x ",
        "how many ",
        "no, ",
        "A's ",
        "or a ",
        "the A ",
    ],
)
def test_hostile_question_is_no_work(unit: str) -> None:
    text = (unit * LONGEST)[:LONGEST_LEANING]
    began = perf_counter()
    resolve(text, [text] * 20)
    assert perf_counter() - began < 0.25


@pytest.mark.parametrize("last", ["would would will", "will sets, will sets", "and and and", "so, then, also", "2019"])
def test_words_that_are_no_sentence_are_no_trouble(last: str) -> None:
    for asked in ("why?", "and them?", "what about it?", "which ones?", "who else?", "how much more?"):
        assert resolve(asked, [last])


ANYTHING = st.text(max_size=500) | st.lists(
    st.sampled_from("he it they there in of and why what is will may would Korea the this's 's one doing ? ,".split()),
    max_size=120,
).map(" ".join)


@given(ANYTHING, st.lists(ANYTHING, max_size=20))
def test_no_history_breaks_it_or_makes_the_question_grow_without_end(asked: str, history: list[str]) -> None:
    assert len(resolve(asked, history)) <= max(LONGEST, len(asked))


@pytest.mark.parametrize("question", ["where was it taken?", "Which city is it in?", "who took it?"])
def test_what_is_asked_next_about_a_picture_is_told_by_its_caption(question: str) -> None:
    texts = (Paragraph("a", 1, "The town flooded in May."), Paragraph("a", 2, "A boat in Hull. (Ann Lee)", "caption"))
    reply = Bot([Article("a", "High Water", texts)]).ask(Question(question, ("What's in the photo?",)))
    assert (reply.status, reply.reply) == ("answered", "A boat in Hull. (Ann Lee)")

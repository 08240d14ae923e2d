"""What is asked in another language is told to be so, and no English question is taken for one."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

BOT = Bot([article("Ann Lee owns the mill in La Paz. The film Chi ama la notte was shot there.", title="The mill")])


@pytest.mark.parametrize(
    "text",
    [
        "¿Quién es el dueño?",
        "quien es el dueno del molino",
        "Qui a écrit cet article ?",
        "où est le moulin ?",
        "wer ist der Besitzer?",
        "Was ist die Hauptstadt?",
        "wann öffnet das Museum",
        "qual è il nome del proprietario",
        "quem é o dono da ponte",
        "wat kost de reparatie van de brug",
        "¿Qué hace Corea en Malasia?",
        "que hace corea en malasia",
        "¿Dónde vive Pedro?",
        "Que fait la Corée en Malaisie ?",
        "qu'est-ce que l'Asean ?",
        "où habite Pierre ?",
        "Wie heißt Pedro?",
        "wo liegt Malaysia",
        "quando arriva Cosenza?",
        "onde vive Pedro?",
        "wie bouwde Holland?",
        "siapa pemilik kilang ini?",
        "kto jest właścicielem",
        "谁是主人",
        "所有者は誰ですか",
        "Кто владелец?",
        "من هو المالك؟",
    ],
)
def test_a_question_in_another_language_is_told_that_english_is_understood(text: str) -> None:
    reply = BOT.ask(Question(text))
    assert (reply.status, reply.standalone_question, reply.related) == ("unanswered", text, ())
    assert "in English" in reply.reply


@pytest.mark.parametrize(
    "text",
    [
        "Who is el Greco de la Cruz?",
        "Was the mill in La Paz de los Andes sold?",
        "El Niño de la Luna",
        "Le Monde de la mer",
        "que sera sera",
        "who sang Que Será, Será",
        "what does wer ist das mean",
        "wat is the mill",
        "wat is industry",
        "wen is the mill open",
        "wat kubernetes costs",
        "wat mill owns",
        "wen Pedro born",
        "Qui Nhon Vietnam",
        "how hace and Qué differ",
        "who is Wie in de Groot",
        "the film Qui est la nuit",
        "chi ama la notte",  # of which the article tells
        "the letter 谁",
        "π",
        "",
    ],
)
def test_a_question_with_foreign_names_or_typing_errors_is_an_english_one(text: str) -> None:
    assert "in English" not in BOT.ask(Question(text)).reply


@pytest.mark.parametrize("text", ["水车", "谁是主人"])
def test_a_script_that_an_article_uses_is_looked_up(text: str) -> None:
    assert "in English" not in Bot([article("水车是安的。", title="水车")]).ask(Question(text)).reply

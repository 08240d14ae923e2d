"""British spellings and their American forms: a question finds a word in whichever way an article has it."""

from __future__ import annotations

import re

# Closed lists, not bare endings: "our", "acre", "rogue" and "called" must stay what they are.
_OUR = """
    arb ard arm behavi bel?ab cand clam clang col demean discol dishon disfav en?am endeav fav ferv flav
    glam harb hon hum lab misbehavi misdemean (?:multi|tri|un|vari|water)?col neighb od parl ranc rig rum
    savi sav splend succ tum unfav unsav val vap vig
"""
_RE = """
    accout amphitheat calib cent epicent fib goit lust lacklust lit meag mit nit philt reconnoit sab scept
    sepulch somb spect theat (?:centi|deci|kilo|micro|milli|nano)?met (?:centi|deci|milli)lit
"""
_OGUE = "anal catal dial epil homol monol prol travel"
_LL = """
    apparel backpedal barrel bedevil bevel cancel carol cavil channel chisel counsel devil dial dishevel
    drivel duel empanel enamel equal fuel funnel gambol gravel grovel hovel impanel imperil initial jewel
    label level libel marshal marvel medal metal model panel parcel pedal pencil peril pummel quarrel
    ravel refuel relabel remodel revel rival shovel shrivel signal snivel spiral stencil swivel symbol
    tassel tinsel total towel trammel travel trial trowel tunnel unlabel unravel weasel wool
"""
_YSE = "anal autol breathal catal dial electrol hydrol paral psychoanal"
# Words whose -is- is never written -iz-: verbs where it is no Greek suffix, and nouns that look like a verb.
_NEVER_IZE = """
    adon adv advert amaryll anticlockw appr budwe cannab cer chast chem chrysal circumc clemat clockw coch
    comp compr comprom conc contrariw counterclockw crossw dem den desp dev disenfranch disfranch dre
    edgew elis endw enfranch enterpr epiderm exc exerc expert fin foresh franch glott imprec improv inadv
    inc leastw lengthw likew mant megalopol merchand metropol moonr mort now otherw pairw parad pelv pen
    pract prec prem prom repr rer rev sidew slantw streetw sunr superv surm surpr telev treat trell unadv
    uncomprom unprom unsuperv unsurpr unw upr val verdigr
"""
_ENDINGS = "e|ed|es|ing|er|ers|able|ably|ation|ations|ational|ement|ingly"
# What no ending tells.
_PAIRS = """
    acknowledgement:acknowledgment acknowledgements:acknowledgments aeroplane:airplane
    aeroplanes:airplanes ageing:aging aluminium:aluminum amongst:among appal:appall appals:appalls
    artefact:artifact artefacts:artifacts axe:ax burnt:burned carburettor:carburetor centred:centered
    centring:centering chequered:checkered connexion:connection cosily:cozily cosy:cozy cypher:cipher
    defence:defense defenceless:defenseless defences:defense disc:disk discs:disks distil:distill
    distils:distills dreamt:dreamed enrol:enroll enrolment:enrollment enrolments:enrollments
    enrols:enrolls enthral:enthrall fulfil:fulfill fulfilment:fulfillment fulfils:fulfills furore:furor
    gaol:jail gaols:jails gramme:gram grammes:grams grey:gray greys:grays inflexion:inflection
    instal:install instalment:installment instalments:installments instil:instill instils:instills
    jewellery:jewelry judgement:judgment judgements:judgments kerb:curb kerbs:curbs kilogramme:kilogram
    kilogrammes:kilograms learnt:learned licence:license licences:licenses maths:math mould:mold
    moulded:molded moulding:molding moulds:molds mouldy:moldy moult:molt moults:molts moustache:mustache
    moustaches:mustaches offence:offense offences:offenses orientated:oriented plough:plow ploughed:plowed
    ploughing:plowing ploughs:plows practise:practice practised:practiced practises:practices
    practising:practicing pretence:pretense pretences:pretenses programme:program programmes:programs
    pyjamas:pajamas reprogramme:reprogram rouble:ruble roubles:rubles sceptic:skeptic sceptical:skeptical
    scepticism:skepticism sceptics:skeptics skilful:skillful skilfully:skillfully smoulder:smolder
    smouldering:smoldering specialities:specialties speciality:specialty sulphate:sulfate
    sulphates:sulfates sulphide:sulfide sulphur:sulfur sulphuric:sulfuric toward:towards tyre:tire
    tyres:tires unlearnt:unlearned whilst:while wilful:willful wilfully:willfully yoghurt:yogurt
    yoghurts:yogurts
"""


def _any(stems: str) -> str:
    return "|".join(stems.split())


_EXCEPTIONS = frozenset(_NEVER_IZE.split())
_WORDS = dict(pair.split(":") for pair in _PAIRS.split())
# Each rule has letters that every word it nges must hold: most words are let go by a few substring tests.
_RULES = tuple(
    (mark, re.compile(pattern), form)
    for mark, pattern, form in (
        ("ae", r"(arch|encyclop|gyn|leuk|medi|orthop|p(?=aed)|an(?=aem|aest))ae([a-z]+)", r"\1e\2"),
        ("ae", r"(h)ae(m[ao][a-z]+)", r"\1e\2"),
        ("ae", r"(pal)ae(o[a-z]+)", r"\1e\2"),
        ("is", rf"([a-z]{{2,}}[b-eg-np-tv-z])is({_ENDINGS})", r"\1iz\2"),
        ("our", rf"({_any(_OUR)})our([a-z]*)", r"\1or\2"),
        ("re", rf"({_any(_RE)})re(s|piece|pieces|board|glass|fold|folds)?", r"\1er\2"),
        ("red", rf"({_any(_RE)})red", r"\1ered"),
        ("ogu", rf"({_any(_OGUE)})ogu(?:e(s?)|(ed)|(ing)|(er)|(ers))", r"\1og\2\3\4\5\6"),
        ("ll", rf"({_any(_LL)})l(ed|ing|ings|er|ers|or|ors|ist|ists|ous|ously|en|ens)", r"\1\2"),
        ("ys", rf"({_any(_YSE)})ys(e|ed|ing|er|ers)", r"\1yz\2"),
        ("manoeuv", r"(out)?manoeuv(?:re|er)(s?)", r"\1maneuver\2"),
        ("manoeuv", r"(out)?manoeuvr(ed|ing|able|ability)", r"\1maneuver\2"),
        ("oe", r"(|homo|diarrh|gonorrh|am|f)oe(strogen|sophag|dema|pathi|pathy|a|b|t)([a-z]*)", r"\1e\2\3"),
    )
)


def american(word: str) -> str:
    """Return the American spelling of a lower-case word without accents, or the word as it is.

    For every word of the articles and of the question alike, so that "digitalised" and "digitalized" meet.
    """
    for mark, pattern, form in _RULES:
        if mark in word and (found := pattern.fullmatch(word)) and found[1] not in _EXCEPTIONS:
            word = found.expand(form)
    return _WORDS.get(word, word)

"""Closed classes of English: function words, irregular forms, numerals. Facts of the language, of no article."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a an the this that these those some any each every all both either neither such own same other another
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself
    it its itself they them their theirs themselves one ones
    who whom whose which what when where why how whether
    am is are was were be been being have has had having do does did doing done
    will would shall should can could may might must ought cannot
    and or but nor so yet if then than because as until while though although
    of at by for with about against between into through during before after above below to from up down in out on
    off over
    under again further once upon onto per via within without toward towards among amongst along across around
    here there else also too very just only even still ever never not no yes more most much many few less least lot lots
    isnt arent wasnt werent dont doesnt didnt wont wouldnt shouldnt couldnt cant hasnt havent hadnt
    im ive id ill youre youve youll hes shes theyre theyve weve were thats whats whos wheres hows whens whys theres lets
    anything something everything nothing anyone someone everyone anybody somebody everybody nobody thing things
    get gets got gotten getting like
    happen happens happened happening mention mentions mentioned describe describes described
    please tell ok okay s t d ll m re ve
    """.split()
)

IRREGULAR: dict[str, str] = {
    form: line.split()[0]
    for line in """
    arise arose arisen
    awake awoke awoken
    bear bore borne
    beat beaten
    become became
    begin began begun
    bend bent
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen
    cling clung
    come came
    creep crept
    deal dealt
    dig dug
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    give gave given
    go went gone
    grow grew grown
    hang hung
    hear heard
    hide hid hidden
    hold held
    keep kept
    know knew known
    lay laid
    lead led
    learn learnt
    leave left
    lend lent
    light lit
    lose lost
    make made
    mean meant
    meet met
    pay paid
    prove proven
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    shake shook shaken
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    sleep slept
    speak spoke spoken
    spend spent
    spin spun
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    strike struck stricken
    strive strove striven
    swear swore sworn
    sweep swept
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    understand understood
    undertake undertook undertaken
    wake woke woken
    wear wore worn
    weave wove woven
    win won
    withdraw withdrew withdrawn
    write wrote written
    man men
    woman women
    child children
    foot feet
    tooth teeth
    mouse mice
    life lives
    wife wives
    leaf leaves
    half halves
    good better best
    bad worse worst
    die died dying death dead
    analysis analyses
    crisis crises
    basis bases
    thesis theses
    phenomenon phenomena
    criterion criteria
    """.strip().splitlines()
    for form in line.split()[1:]
}

MONTHS = frozenset("january february march april may june july august september october november december".split())
MONTHS_CUT_SHORT = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
ANY_MONTH = "|".join(sorted(map(str.capitalize, MONTHS | MONTHS_CUT_SHORT)))
"""Any of them as it is written, for a pattern."""

MISCUT = {"goes": "go"}
"""Words of which the stemmer makes another stem than of their other forms."""
NUMERALS: dict[str, str] = {
    word: figure
    for pair in """
    two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
    fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
    eighty=80 ninety=90 third=3rd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th tenth=10th
    eleventh=11th twelfth=12th
    """.split()
    for word, figure in [pair.split("=")]
}

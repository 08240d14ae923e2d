"""How people greet a bot and ask about an article itself: wordings, a line each, as regular expressions.

They are matched against text in lower case without apostrophes, every other mark a space, "whats" as "what is".
``ARTICLE`` stands for "the article", "this text", "it"; ``NOUN`` for the same without the pronoun, ``PICTURE`` for "the
photo", ``MEDIUM`` for "which newspaper", ``EXTRACT`` for "the last sentence", ``ABOUT_IT`` for "what does", "summarise"
and the like before it, ``BRIEFLY`` for "in one sentence", ``GIVE_ME`` for "what is the", "is there a", ``TEXTS`` for
"articles". A backslash folds a line that is too long.
"""

from __future__ import annotations

from typing import Literal

Chat = Literal[
    "greeting",
    "thanks",
    "goodbye",
    "noted",
    "wellbeing",
    "identity",
    "help",
    "unclear",
    "doubted",
    "shown",
    "complaint",
    "foreign",
    "articles",
]
Meta = Literal[
    "about",
    "author",
    "published",
    "length",
    "title",
    "source",
    "picture",
    "credit",
    "extract",
    "conclusion",
    "phone",
    "email",
    "contact",
]
Intent = Chat | Meta

NOUN = (
    r"((this|the|that|your) ((whole|entire|news|opinion|blog) )?(article|text|page|story|piece|document|post|report)"
    r"|this (column|essay|editorial|commentary|op ed|opinion piece|thing))"
)
ARTICLE = rf"({NOUN}|it|this)"
TEXTS = "((other|different|available) )?(article|text|storie|document|piece|title|headline)s"
PICTURE = r"(the|this|that) ((main|lead) )?(picture|photo|photograph|image|illustration)s?( of ARTICLE)?"
NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten"
"""Figures aside, how a paragraph is numbered."""
ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|opening|closing|\d+(st|nd|rd|th)"
)
_PARAGRAPH = (
    rf"(paragraph( (number|no))? (\d+|{NUMBER})|((the|its) )?(very )?({ORDINAL}) paragraph)( (of|in|from) ARTICLE)?"
)
EXTRACT = rf"({_PARAGRAPH}|((the|its) )?(very )?({ORDINAL}) sentence( (of|in|from) ({_PARAGRAPH}|ARTICLE))?)"
ABOUT_IT = (
    r"((and|now|then) )?(((can|could|would|will) you )?(please )?(summari[sz]e|sum up|show( me)?|read( me)?|quote"
    r"|repeat|cite|explain|describe|translate|(give|tell) me( (about|a summary of))?)|(a )?summary of"
    r"|what|(what|how) (is|does|do|did|about)"
    r"|what is (in|said in|the (content|topic|subject|point|gist|summary|message|(main|key) (point|idea|message)) of)"
    r"|what are the (contents|(main |key )?points) of|i (want|need)( to read)?)"
)
BRIEFLY = (
    r"( (in(to)?|using) ((just|only) )?(one|an?( (single|few|couple of))?|two|three|\d+) (short )?"
    r"(sentence|line|word|nutshell)s?| briefly| in (short|brief|general))"
)
GIVE_ME = "((what (is|are)|give me|tell me|is there|do you have) )?((the|their|your|an?|any) )?"
MEDIUM = "(which|what) (newspaper|paper|site|website|magazine|publication)"

COURTESIES = {
    "goodbye": """
        bye( bye)?|goodbye|good (bye|night)|farewell|ciao|cya|take care|quit|exit
        see (you|ya)( later| soon| tomorrow| around)?
        thats? (all|it)( for (now|today))?
        have a (nice|good|great) (day|evening|weekend)
        i (have|need) to go
    """,
    "thanks": """
        ((many )?thanks|thank (you|u)|thx|ty|tysm|cheers|much appreciated)( (so\
            |very) much| a lot| a million| again)?( anyway)?( for (the|your|all the|that) (help|answer|info\
            |information))?
    """,
    "greeting": """
        (nice|pleased|good) to meet you
        (hi|hello|hey|hiya|hallo|howdy|greetings|yo|good (morning|afternoon|evening\
            |day))( there| again| all| everyone)?
    """,
    "praise": """
        (great|good|nice) (answer|job|work|one)|well done
        (that|this|it) (helps|helped|(is|was) ((very|really|so) )*(great|helpful|good|perfect|awesome|useful|nice\
            |amazing))
        ((very|that was|so) )+(helpful|good|useful|interesting)
        ((you|u) (are|r)|youre|ur) ((so|very|really|just|quite|too|pretty|super) )*((a|an|the|my) )?(great|good|nice\
            |smart|clever|amazing|awesome|helpful|useful|kind|brilliant|wonderful|fantastic|cool|best|funny|lovely\
            |genius\
            |intelligent|excellent|perfect|hero|star)( (bot|one|help|robot|machine|assistant|job))?
        i ((really|do) )?(like|love) (you|this|it)( bot)?|(good|nice|smart|great|clever) bot|you rock
        you (have )?(really )?helped( me)?( a lot| so much)?
    """,
    "noted": """
        ok(ay|ey|i)?|kk|alright|all right|great|cool|nice|perfect|awesome|excellent|wonderful|super|good|fine|sure
        right|got it|i see|understood|interesting|wow|(good|nice) to know|(that )?makes sense|sounds good|fair enough
        [ab]*(ha|he|hi){2,}h?|(lo)+ls?|lmf?ao+|rofl|xd+|omg|yay|aha|meh|ugh|oops|never ?mind|nvm
        u+h*m+|u+h+|e+r+m*|h+m+|a+h+|o+h+
    """,
    "polite": """
        please|pls|sorry|excuse me|well|so|dear bot|bot|by the way|btw|just curious|(just )?(a |one )?\
            (quick |more )?question
    """,
}

INTENTS: dict[Intent, str] = {
    "wellbeing": """
        how (are|r) (you|u)( doing| feeling)?( today)?
        how is it going|how do you do|how have you been|what is up|sup|(are )?you ok
    """,
    "greeting": """
        (is )?(anybody|anyone) (there|here)|are you there
    """,
    "identity": """
        who (are|r) (you|u)|what are you|introduce yourself
        what is your name|do you have a name
        who (made|built|created|wrote|programmed|developed|trained) you
        are you (real|alive|human)
        are you (an? )?((real|chat|ai|language) )?(robot|bot|human|person|machine|ai|chatbot|gpt|chatgpt|llm\
            |model|computer|program)( being)?( or .+)?
        am i (talking|speaking|chatting) (to|with) .+
        how do you work|what kind of bot are you
    """,
    "help": """
        help( me)?( out)?|i need (some )?help
        (can|could|will) you help( me)?( out)?|how (can|could) you help( me)?
        what (can|do|could) (you|u) (do|know|answer)( about)?( for me)?( here)?
        what (can|could|should|may) i (ask|do)( you)?( about)?( here)?
        what (kinds? |sorts? |types? )?(of )?questions (can|should|could|may) i ask( you)?( here)?
        how does this (bot |thing |chat )?work|how (do|can) i use (this|you|it)( bot)?
        what are you (for|good for|able to do)|what is this( bot| site| thing)?( for)?
        ((give|show) me )?(some |an |a few )?(examples?|example questions?|sample questions?|suggestions?|ideas)
        what are my options|menu|start|commands
        (i have|ive got) (a question|questions)( for you)?|(yes|yeah|yep|yup|no|nope|nah|maybe)
        i (do not|dont) know( (what|how) to (ask|say|start|begin)( you)?)?|no idea
    """,
    "unclear": """
        i (do not|dont|did not|didnt|can not|cannot|cant|could not|couldnt) ((really|quite|fully|even) )?(understand\
            |get|follow|grasp)( (it|that|this|you|a word|anything|the answer|your answer|what (you|that|this\
            |it)( means?\
            | say| says| said| are saying)?))?( at all)?
        (i am|im) (confused|lost)|huh|what do you mean( by (that|this|it))?|(thats|its|(this\
            |that|it) (is|was)) (unclear|confusing|not clear|(too )?(difficult|hard|complicated\
            |complex|long))( for me)?( to understand)?
        ((can|could|would|will) you )?(please )?(say|put|write|phrase|tell me) (it|that|this) ((a (bit|little)|much\
            |in a) )?\
            (simply|simpler|easier|shorter|clearer|differently|otherwise|again|more (simply|clearly|briefly\
            )|another way|(simpler|different|easier|clearer|shorter|plainer) way|(in|with) (simple\
            |simpler|plain|plainer|easy|easier|other|different|your own|fewer)( english)? ?(words|terms\
            |language|english)?)
        ((can|could|would|will) you )?(please )?(rephrase|reword|paraphrase|simplify|translate)( (it|that\
            |this))?( for me)?
        ((can|could|would|will) you )?(please )?(make|keep) (it|that|this) (simpler|shorter|simple|short|easier|clearer)
        (simpler|shorter|easier|in (simple|simpler|plain|easy|other|your own) (words|english|terms))
        ((can|could|would|will) you )?explain (it |that |this )?(to me )?like i ?a?m (5|five|a (child\
            |kid))( years? old)?
        eli5|((can|could|do) you )?speak (english|simple english|more simply)
    """,
    "doubted": """
        are you (really |absolutely |quite |completely |so )?(sure|certain|positive)( (about|of) (it|that|this\
            |your answer))?|you sure
        how (do|can|could) you (know|be (so )?sure)( (that|this|it|about (that|this|it)))?
        (can|should|could) i (trust|believe|rely on) (you|that|this|it)|who (says|said) (so|that)|says who
        (so )?(is|was) (that|this|it) (true|so|right|correct|certain|the case|a fact|for real)|really|seriously
        true|correct
        (is|are) (that|you) (serious|(kidding|joking)( me)?)|(you must|you have to) be (kidding|joking)( me)?
        i (doubt|cant believe|cannot believe) (it|that|this)|i doubt (it|that|this) is (true|so|right|correct)
    """,
    "shown": """
        (where|how) (did|do) you (get|find|have|know) (it|that|this)( from)?
        (and )?where (does|did) (it|NOUN|the (author|writer)) (say|state|mention|write) (so|that|this|it)
        where (is (it|this|that)|was (this|that)) (written|said|stated|mentioned)( in (it|NOUN))?|where is that in NOUN
        (and )?(which|what) (paragraph|passage|part|sentence|line) (is (it|that|this)( in)?|says (so|that|this|it))
        ((can|could|would|will) you )?(please )?(show|give|quote)( me| us)? (the|that|your|a) (source|passage|paragraph\
            |place|quote|quotation|sentence|reference|evidence|proof)( (for|of|where) (it|that|this))?
        (the )?(quote|quotation|citation|reference|proof|evidence)|prove it|(what is )?your (source|evidence|proof)s?
        (the )?sources|according to (whom|what|who)
    """,
    "complaint": """
        (no )?(thats|that is|that was|this is|its|it is|you are|youre|ur|your answer (is|was)|the answer (is\
            |was))( (so|just\
            |all|totally|completely|very|really|simply))* (not (right|true|correct|it|helpful|useful\
            |good|an answer|the answer|my question|what i (asked|meant|wanted|mean|was asking|am asking|need\
            |needed)( for| about| to know)?)|((a|an|the) )?(wrong|incorrect|false|nonsense|rubbish|useless|stupid\
            |dumb|bad|terrible|awful|silly|idiot|horrible|crap|bullshit|a joke|mistaken|mistake|annoying\
            |lying|liar)( (answer|bot|thing|one|machine|robot))?)
        (no )?(wrong|incorrect|false|nonsense|rubbish|bad|stupid|useless|dumb|terrible)( (answer|bot|robot|one))?
        (no )?not what i (asked|meant|wanted|mean|was asking)( for| about)?|i (asked|meant|wanted) (something|sth) else
        (no )?you (do not|dont|did not|didnt|have not|havent|never) ((really|even) )?(understand|understood|get|got\
            |answer\
            |answered|know|listen)( (me|it|that|my question|the question|anything|what i (mean|meant|asked)))?
        (no )?(that|this|it) (does not|doesnt|did not|didnt|is not|isnt) (answer|help|make sense|answering|helping\
            |work)( (it|me|my question|the question))?( at all)?
        (try again|you (suck|lie|lied)|i (hate|do not like|dont like) (you|this|it)|i (do not|dont) believe (you|that\
            |it|this))
    """,
    "articles": """
        ((which|what|how many) )(of )?TEXTS( (are|is))?( (there|here|available|listed|included|loaded|in here))*
        (which|what|how many) TEXTS (do|can|have|did) (you|i|we) (have|got|know|hold|contain|cover|offer|read|see|ask\
            |choose)( (of|from|about|here|access to|in total|altogether))*
        ((can|could|would|will) you )?(please )?(list|show|name|give|tell|i want to see|can i see)( (me|us))?( all)?\
            ( of)?( (the|your|these|available|about))* TEXTS( (here|there are|(that )?you (have|know|cover)))?
        ((show|give)( me)? )?(a |the |your )?list of (all )?((the|your|available) )*TEXTS|(all )?((the|your) )?articles
        (what|which) (are|were) (all )?(the|your|these) TEXTS( of (all )?(the|your|these) TEXTS)?\
            ( (called|about|here|(that )?you have))?
        (what|which) (topics|subjects|themes|areas)( (do|can|could) (you|i|we|the articles) (cover|know|have|ask|deal\
            |discuss|answer|treat)( (about|of|with|on))?| (are|is) (there|here|covered|available)( here)?)
        what (do|are) (the|your|these) TEXTS (about|cover|deal with|discuss|say|talk about)
        (do|have) you (have |got )?(any |more |several )?TEXTS
    """,
    "about": """
        (in (one|a|two|three|a few) (sentence|word)s? )?what is ARTICLE (all )?aboutBRIEFLY?\
            |what ARTICLE is (all )?about
        ((what (is|are)|whats|(give|tell|show|name)( (me|us))?) )?(ARTICLEs|the|its) ((general|main|overall|central|key\
            |most important) )?(subject|topic|theme|gist|point|idea|message|summary|takeaway|argument|thesis\
            )s?( (of|in|from) ARTICLE)?BRIEFLY?
        (main|key|central|general|overall) (point|idea|takeaway|topic|message|theme|subject)s?( (of|in\
            |from) ARTICLE)?BRIEFLY?
        ((please )?tell me |is there |do you (have|know) )?(something|anything) (interesting|fun)( (about|in\
            |from) ARTICLE)?
        surprise me|what is (so )?interesting( (about|in) ARTICLE)?
        ((can|could|would|will) you )?(please )?((give|write|show|make|get)( me| us)?|i (want|need|would like)\
            |provide|can i (get|have)) (a|an|the) ((short|brief|quick|general) )*(summary|overview|gist|recap\
            |synopsis|abstract)( of ARTICLE)?BRIEFLY?
        (a |an |the )?((short|brief|quick|general) )*(summary|overview|gist|recap|synopsis\
            |abstract)( of ARTICLE)?BRIEFLY?
        ((can|could|would|will) you )?(please )?summari[sz]e( ARTICLE)?( for me)?BRIEFLY?
        ((can|could|would|will) you )?(please )?sum (up( ARTICLE)?|ARTICLE up)( for me)?BRIEFLY?
        tl ?dr|in a nutshell
        what (does|do) ARTICLE (say|talk about|discuss|cover|deal with|describe|tell us)|what is in ARTICLE
        (tell me (more )?about|describe|explain|introduce) NOUN( to me)?
        what is NOUN|what am i reading
    """,
    "author": """
        (who is |who (was|are|were) )?(the |its )?(author|writer|journalist|reporter|columnist)s?( (of\
            |behind) ARTICLE| here)?
        who( has| is)? (wrote|written|authored|penned|writes) ARTICLE( article)?
        who is credited (with|for) ARTICLE( at the (top|start|beginning|end|bottom))?
        (whose name is |who is )(credited |given |named |mentioned )?(in|on|under) the byline( of ARTICLE)?\
            ( (at the top|under the (title|headline)|above the (article|text))( of ARTICLE)?)?
        (what (is|does) )?(the )?byline( of ARTICLE)?( say)?
        (under )?whose name (is|was) ARTICLE (published|posted|written|printed)( under)?\
            ( (on|at|in) (this|the) (web)?site)?
        who (put|posted|uploaded|published) ARTICLE (online|(on|up on) (this|the|your) (web)?(site|page))
        by whom (was|is) ARTICLE written|who (is|was) ARTICLE (written )?by|written by( whom)?|who is behind NOUN
        who (the|its) (author|writer)( of ARTICLE)? (is|was)
        (what is )?the (name of the (author|writer)|(author|writer)s? name)
    """,
    "published": """
        when (was|is) ARTICLE (first |originally )?(published|written|posted|printed|dated)
        when (did|was) NOUN (come out|appear|released|from|made)|when did the (author|writer) write ARTICLE
        (what is )?the (date|publication date|publishing date|date of publication)( of ARTICLE)?|publication date
        what date (is|was) ARTICLE( from| published| written)?
        (what|which|in what|in which) (year|day|month|date) was ARTICLE (published|written|posted)
        how (old|recent|new) is NOUN
    """,
    "length": """
        how (long|big) is ARTICLE
        how many (words|paragraphs|sentences|characters|pages)( (are )?(there )?(in|has) ARTICLE| (does\
            |has) ARTICLE( have| got| contain)?| is ARTICLE| are there)?
        how (long|much time|many (minutes|hours)) (does|will|would|do) (it|i|one|you) (take|need) (me )?(to read\
            |for reading\
            )( ARTICLE)?|how (long|many minutes) (is|to) (the )?read(ing)?( ARTICLE)?
        is ARTICLE (very )?(long|short)
        (what is )?(the )?(reading time|read time|word count|length)( (of|for) (ARTICLE|article|text))?
    """,
    "title": """
        ((what is|give me|tell me) )?the (title|headline)( of ARTICLE)?|title|headline
        what is NOUN (called|titled|entitled)|(what is )?the name of NOUN
    """,
    "picture": """
        what( or who)? (can|do|could) (i|we|you|one) see (in|on) PICTURE
        (what|who|(what|which) [a-z]+)( or (what\
            |who))?( else)? (is|are) (shown |seen |depicted |pictured |to be seen )?(in|on) PICTURE
        (what|who)( is| are| does| do)? PICTURE (show|depict|about|of)s?|what is PICTURE( about| of)?
        (please )?(describe|explain|show me|tell (me|us) (more )?(about|what is (in|on))) PICTURE( to me)?|PICTURE
        what is (shown|seen|visible|pictured|depicted|to be seen) (in|on) PICTURE
        (is|are) there (a|an|any) (picture|photo|photograph|image|illustration)s?( (in|with|of) ARTICLE)?
        ((what|who) is )?the ((picture|photo|image) )?caption( (of|for) PICTURE)?|who is (in|on) PICTURE
        (where|when|(in |on )?(which|what) (place|town|city|country|event|occasion|day|date|year)) (is|was) PICTURE\
            ( (taken|shot|made))?( (in|at|on|from))?
    """,
    "credit": """
        (what is )?(the )?source of PICTURE|where (does|is|was) PICTURE( come)? from
        whose (picture|photo|photograph|image) is (it|this|that)
        who (took|made|shot|owns|provided|supplied)( (and|or) (took|made|shot|provided|supplied))? PICTURE
        who is the photographer
        who is (credited (in|on|behind|for|with)|behind|for|with) PICTURE
        who is PICTURE by|who does PICTURE belong to|by whom is PICTURE
        ((what|who) is )?the ((picture|photo|image) )?credits?( (of|for) PICTURE)?
        (photo|picture|image) credits?
        who (gets|has) (the )?(photo|picture|image)? ?credits?( for PICTURE)?
    """,
    "extract": """
        (ABOUT_IT )?EXTRACT( (say|says|tell|tell us|talk about|mention|discuss|cover|deal with|mean|about|read|go\
            |state))?
        what is (said|written|stated|mentioned|told) in EXTRACT
        (what|how) does NOUN (begin|start|open)( with)?|how does the (author|writer) (begin|start)
    """,
    "conclusion": """
        ((what (is|are|was)|whats|(give|tell|show)( me)?) )?(ARTICLEs|the|its|the (author|writer)s) (conclusion\
            |ending)s?( (of\
            |in|from) (ARTICLE|the (author|writer)))?|conclusion
        (what|how) (does|did) (NOUN|the (author|writer)) (end|finish|close|conclude)( (with|by saying))?
        what conclusions? (does|do|did|can) (ARTICLE|the (author|writer)|we|one|i) (draw|reach|come to|make\
            |offer)( from ARTICLE)?
    """,
    "source": """
        where (is|was|does|did) ARTICLE (come from|from|(originally )?published|taken from|originate|printed|posted)
        (what is )?the (source|url|link|origin)( of| to| for)?( ARTICLE)?|source|url|link
        where can i (read|find) (the original|ARTICLE)( article)?|who published ARTICLE
        (in |from |by )?MEDIUM (first |originally )?(published|printed|carried|ran) ARTICLE( first)?
        (in |from |by )?MEDIUM (is|was) ARTICLE (from|taken( from)?|(first |originally )?(published|printed)( in| by)?)
        (in |from )?MEDIUM (did ARTICLE (first |originally )?(appear|come out|come)|does ARTICLE come)( in| from)?
    """,
    "phone": """
        GIVE_ME(contact |tele)?phone( contact)? (number|no)s?
        (what|which) number (do|can|should|must) (i|we|one|you) (call|ring|dial|phone)( (to|for) [a-z ]{2,40})?
        who(m)? (can|do|could|should) (i|we|one) (call|phone|ring)( (about|for) (it|this|more( information)?))?
        (how|where) (can|could|do|should) (i|we|one|people|readers) (call|phone|ring)( (you|them|us))?
    """,
    "email": """
        GIVE_ME(contact )?e ?mail( (address(es)?|contact))?
        (how|where) (can|could|do|should) (i|we|one|people|readers) (e ?mail|send an? e ?mail to)( (you|them|us))?
    """,
    "contact": """
        GIVE_MEcontact( (details|info|information|address|number|data))?|contact us
        (how|where) (can|could|do|should|may|would) (i|we|you|one|people|readers) (contact|reach\
            |get (in touch|a?hold)( (with|of))?)( (you|them|us|somebody|someone|anyone\
            |the (editor|author|writer|newspaper|paper|newsroom|organi[sz]ers?)))?
        who(m)? (can|do|could|should) (i|we|one) (contact|get in touch with)( (about|for) (it\
            |this|more( information)?|questions))?
    """,
}

# Every wording of an intent has one of these: a question with none of them is let go at once.
SIGNS = frozenset(
    """
    you u your yourself it this that article text page story piece document post report author writer journalist
    reporter columnist authors writers journalists reporters columnists help up going anybody anyone examples
    example ideas suggestions suggestion menu start commands options reading nutshell tldr tl gist summary
    summarise summarize overview recap synopsis abstract subject topic theme point points idea message takeaway
    takeaways topics themes ideas messages argument thesis title headline source url link origin date published
    picture pictures photo photos photograph photographs image images illustration photographer caption credit credits
    column essay written byline length
    count words paragraphs sentences characters pages read i hello paragraph sentence conclusion conclusions ending
    wrong incorrect false nonsense rubbish bad stupid useless dumb terrible answer question ur youre thats huh simpler
    shorter easier simple plain eli5 rephrase reword paraphrase simplify translate speak yes yeah yep yup no nope nah
    im explain confused maybe something anything surprise interesting photo minutes thanks thank goodbye says
    really seriously true correct passage quote quotation citation reference proof evidence prove sources according
    contact phone telephone number numbers call ring dial email emails mail reach touch hold ahold
    articles texts stories documents pieces titles headlines topics subjects
    """.split()
)
# What one of these asks is said by one of its words, where it is not tried for each question on "it" or "this".
NEEDED: dict[Intent, frozenset[str]] = {
    "unclear": frozenset(
        """
        understand get follow grasp confused lost huh mean unclear confusing clear difficult hard complicated
        complex long say put write phrase tell rephrase reword paraphrase simplify translate make keep simpler shorter
        easier simple plain easy other own explain eli5 speak
        """.split()
    ),
    "doubted": frozenset(
        """
        sure certain positive know trust believe rely says said true so right correct case fact real really seriously
        serious kidding joking doubt
        """.split()
    ),
    "shown": frozenset(
        """
        get find have know say state mention write written said stated mentioned article text paragraph passage part
        sentence line source sources place quote quotation reference evidence proof citation prove according
        """.split()
    ),
    "complaint": frozenset(
        """
        not isnt doesnt dont didnt havent never wrong incorrect false nonsense rubbish useless stupid dumb bad terrible
        awful silly idiot horrible crap bullshit joke mistaken mistake annoying lying liar something sth again suck lie
        lied hate
        """.split()
    ),
    "articles": frozenset(
        "articles texts stories documents pieces titles headlines topics subjects themes areas".split()
    ),
    "published": frozenset(
        """
        published written posted printed dated out appear released from made write date publication publishing day year
        month old recent new
        """.split()
    ),
    "picture": frozenset(
        "picture pictures photo photos photograph photographs image images illustration illustrations caption".split()
    ),
    "phone": frozenset("phone telephone number call ring dial".split()),
    "email": frozenset("email emails mail".split()),
    "contact": frozenset("contact reach touch hold ahold".split()),
    "credit": frozenset("picture photo photograph image illustration photographer credit credits".split()),
    "extract": frozenset("paragraph sentence begin start open".split()),
    "conclusion": frozenset("conclusion conclusions ending endings end finish close conclude".split()),
}
ASKING = r"(what|who|whom|whose|which|when|where|why|how)( s)?\b"
BEGINNINGS = "please|kindly|can you|could you|and|is|are|does|do|did|thanks|thank you|so"
_ASKED = rf"((about|at|by|for|from|in|of|on|since|to|until|with) )?{ASKING}"
"""What a told question begins with: "where", "in which year"."""
_TELL_ME = "(tell|explain to|show|let) (me|us)( know)?"
LEADS = rf"""
    (please |kindly )?((can|could|would|will) you )?(please |kindly )?{_TELL_ME},? (please,? )?(?={_ASKED}|if |whether )
    i( would|d|'d)? (like|love|want|need|wish|wanted) to know,? (?={_ASKED}|if |whether )
    i( am|m|'m| was)? (wonder|wondering|curious|interested),? (?={_ASKED}|if |whether )
    (do you (happen to )?know|any idea),? (?={_ASKED}|if |whether )
    ((may|can|could) i ask( you)?|let me ask( you)?|would you mind telling me),? (?={_ASKED}|if |whether )
    if (you (do not|don['\u2019]?t) mind( me asking)?|it is ok|i may( ask)?|possible|you (can|could|would)),[ ]
    (in|from|according to) (the|this) (article|text),[ ]
    i (have|had|got) (a|one|another|some) (quick |small |short |simple )?questions?( for you)?[:,.!;-]+[ ]
    i( would|d|'d)? (be (very |so )?(grateful|happy|glad)|appreciate it),? (?=if )
    if you (can |could |would |might )?(please |kindly )?(tell|told|let|explain to) me( know)?,? (?={_ASKED})
    (please |kindly )?(explain|describe),? (?={_ASKED})
    (please|kindly),?[ ]
    (ok(ay)?,? |now,? )?(a |an )?(new|next|other|another|different) (subject|topic|question)( now)?[:,.;-]+[ ]
"""
TAILS = (
    "(?<!they )(?<!you )(?<! we )please|pls|if i may ask|by the way|btw"
    "|if you (do not|don['\u2019]?t) mind( me asking)?|if possible|if you (can|could|(happen to )?know)|do you know"
)

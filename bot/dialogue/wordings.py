"""How people greet a bot and ask about an article itself: wordings, a line each, as regular expressions.

They are matched against text in lower case without apostrophes, every other mark a space, "whats" as "what is".
``ARTICLE`` stands for "the article", "this text", "it"; ``NOUN`` for the same without the pronoun, ``PICTURE`` for "the
photo", ``MEDIUM`` for "which newspaper". A backslash folds a line that is too long.
"""

from __future__ import annotations

from typing import Literal

Chat = Literal["greeting", "thanks", "goodbye", "wellbeing", "identity", "help"]
Meta = Literal["about", "author", "published", "length", "title", "source", "picture"]
Intent = Chat | Meta

NOUN = (
    r"((this|the|that|your) ((whole|entire|news|opinion|blog) )?(article|text|page|story|piece|document|post|report)"
    r"|this (column|essay|editorial|commentary|op ed|opinion piece|thing))"
)
ARTICLE = rf"({NOUN}|it|this)"
PICTURE = r"(the|this|that) ((main|lead) )?(picture|photo|photograph|image|illustration)s?( of ARTICLE)?"
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
    "noted": """
        (great|good|nice) (answer|job|work|one)
        ok|okay|alright|all right|great|cool|nice|perfect|awesome|excellent|wonderful|super|good|fine|sure|right
        got it|i see|understood|interesting|wow|lol|haha|well done
        (that|this|it) (helps|helped|is (great|helpful|good|perfect))
        ((very|that was|so) )+(helpful|good|useful|interesting)
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
    """,
    "about": """
        what is ARTICLE (all )?about|what ARTICLE is (all )?about
        what is (ARTICLEs|the) ((general|main|overall|central|key) )?(subject|topic|theme|gist|point|idea\
            |message|summary|takeaway|argument|thesis)( of ARTICLE)?
        (what are )?the ((general|main|overall|central|key) )?(topics|themes|points|ideas|messages\
            |takeaways)( of ARTICLE)?
        (main|key) (points|ideas|takeaways|topics)( of ARTICLE)?
        ((can|could|would|will) you )?(please )?((give|write|show|make|get)( me| us)?|i (want|need|would like)\
            |provide|can i (get|have)) (a|an|the) ((short|brief|quick|general) )*(summary|overview|gist|recap\
            |synopsis|abstract)( of ARTICLE)?
        (a |an |the )?((short|brief|quick|general) )*(summary|overview|gist|recap|synopsis|abstract)( of ARTICLE)?
        ((can|could|would|will) you )?(please )?summari[sz]e( ARTICLE)?( for me| briefly| in (one|a\
            |a few) (sentences?|lines?|words|nutshell))?
        ((can|could|would|will) you )?(please )?sum (up( ARTICLE)?|ARTICLE up)
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
        (whose name is |who is )(credited |given |named |mentioned )?(in|on|under) the byline( of ARTICLE)?
        (what (is|does) )?(the )?byline( of ARTICLE)?( say)?
        (under )?whose name (is|was) ARTICLE (published|posted|written|printed)( under)?
        by whom (was|is) ARTICLE written|who (is|was) ARTICLE (written )?by|written by( whom)?|who is behind NOUN
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
        how long (does|will|would) it take to read( ARTICLE)?
        (what is )?(the )?(reading time|word count|length)( (of|for) ARTICLE)?
    """,
    "title": """
        ((what is|give me|tell me) )?the (title|headline)( of ARTICLE)?|title|headline
        what is NOUN (called|titled|entitled)|(what is )?the name of NOUN
    """,
    "picture": """
        what( or who)? (can|do|could) (i|we|you|one) see (in|on) PICTURE
        (what|who|(what|which) [a-z]+)( or (what\
            |who))?( else)? (is|are) (shown |seen |depicted |pictured |to be seen )?(in|on) PICTURE
        whose (picture|photo|photograph|image) is (it|this|that)
        (what|who)( is| are| does| do)? PICTURE (show|depict|about|of)s?|what is PICTURE( about| of)?
        (please )?(describe|explain|show me) PICTURE( to me)?
        who (took|made|shot|owns|provided|supplied) PICTURE|who is the photographer
        who is (credited )?(in|on|behind|for|with) PICTURE
        who is PICTURE by|who does PICTURE belong to|by whom is PICTURE
        ((what|who) is )?the ((picture|photo|image) )?(caption|credits?)( (of|for) PICTURE)?
        (photo|picture|image) credits?
    """,
    "source": """
        where (is|was|does|did) ARTICLE (come from|from|(originally )?published|taken from|originate|printed|posted)
        (what is )?the (source|url|link|origin)( of| to| for)?( ARTICLE)?|source|url|link
        where can i (read|find) (the original|ARTICLE)( article)?|who published ARTICLE
        (in |from |by )?MEDIUM (published|printed|carried|ran) ARTICLE
        (in |from |by )?MEDIUM (is|was) ARTICLE (from|taken( from)?|(first |originally )?(published|printed)( in| by)?)
        (in |from )?MEDIUM (did ARTICLE (first |originally )?(appear|come out|come)|does ARTICLE come)( in| from)?
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
    count words paragraphs sentences characters pages read i hello thanks thank goodbye
    """.split()
)
ASKING = r"(what|who|whom|whose|which|when|where|why|how)( s)?\b"
BEGINNINGS = "please|can you|could you|and|is|are|does|do|did|thanks|thank you|so"
LEADS = rf"""
    ((can|could|would|will) you )?(please |kindly )?(tell|explain to|show) me,? (please,? )?(?={ASKING}|if |whether )
    i( would|d|'d)? (like|love|want|need|wish|wanted) to know,? (?={ASKING}|if |whether )
    (i( am|m|'m| was)? (wonder|wondering)|do you (happen to )?know),? (?={ASKING}|if |whether )
    ((may|can|could) i ask( you)?|let me ask( you)?),? (?={ASKING}|if |whether )
    (please|kindly),?[ ]
    (ok(ay)?,? |now,? )?(a |an )?(new|next|other|another|different) (subject|topic|question)( now)?[:,.;-]+[ ]
"""
TAILS = "(?<!they )(?<!you )(?<! we )please|pls|if i may ask|by the way|btw"

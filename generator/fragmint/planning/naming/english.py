"""As much English as names need: singulars, and which words are verbs."""

from __future__ import annotations

from .spelling import Words

__all__ = [
    "ACTIONS",
    "CHANGES",
    "JOINTS",
    "THINGS",
    "VERBS",
    "is_plural",
    "singular",
    "singular_of",
]

# A plural and its singular, where the rules below would miss it.
_PAIRS = """aliases:alias analyses:analysis atlases:atlas axes:axis bases:base
    biases:bias buses:bus businesses:business caches:cache calories:calorie
    canvases:canvas causes:cause children:child clauses:clause cookies:cookie
    crises:crisis criteria:criterion diagnoses:diagnosis excuses:excuse gases:gas
    geese:goose halves:half houses:house hypotheses:hypothesis indices:index
    lenses:lens matrices:matrix men:man movies:movie niches:niche pauses:pause
    people:person quizzes:quiz selfies:selfie shelves:shelf shoes:shoe
    spouses:spouse synopses:synopsis theses:thesis toes:toe uses:use vertices:vertex
    warehouses:warehouse women:woman zombies:zombie"""
_IRREGULAR = {
    many: one for many, _, one in (pair.partition(":") for pair in _PAIRS.split())
}
# One and many are the same, or there is no many.
_SAME = frozenset(
    """always alias as atlas aws bias bus canvas chaos cors css data dns ecs eks gas
    gps has https is its ios js kms kubernetes lens less macos media metadata
    news os perhaps pos previous rds redis rss sas series sms sns species sqs
    this tls us vs windows yes""".split()
)
_SAME_AND_MANY = frozenset({"news", "series", "species"})

JOINTS = frozenset("a an and as at by for from in of on or per the to via with".split())
"""Words that need another one after them."""

ACTIONS = frozenset(
    """analyze autocomplete calculate check compare compute convert count describe
    detect download estimate evaluate exists explain fetch find generate geocode get
    identify inspect list login logout lookup parse ping predict preview query read
    recommend render resolve retrieve scan search show suggest summarize tokenize
    translate validate verify""".split()
)
"""What the last segment of a path asks for, whatever the method."""

CHANGES = frozenset(
    """abort accept acknowledge activate add anonymize apply approve archive assign
    attach authenticate authorize backup ban batch begin block book bulk burn cancel
    capture change charge clean clear clone close commit complete compress confirm
    connect copy create deactivate decline decrypt delete deny deploy deregister
    destroy detach disable disconnect dismiss dispatch duplicate edit enable encrypt
    end enroll execute export extend extract feed finalize finish follow force fork
    freeze grant hide hold ignore import increment initialize initiate insert
    install invalidate invite invoke issue join kick launch leave like link lock
    mark merge migrate mint modify mount move mute notify open order override pair
    pause pay pin play poll post process promote provision publish purchase purge
    put ratify reactivate read reassign reboot rebuild recalculate receive reconnect
    reconstruct recover redeem redeploy redirect reduce refresh refund regenerate
    register reinstall reject release reload remove rename renew reopen reorder
    repair repeat replace replay reply report request resend reset resize restart
    restore resubmit resume retry return reverse revert review revoke rollback
    rotate run save schedule send set share shutdown sign signin signout signup
    simulate skip snooze sort split stage start step stop store submit subscribe
    suspend swap switch sync synchronize tag terminate test toggle touch track train
    transfer trigger unarchive unassign unban unblock undelete undo unfollow unhide
    uninstall unlink unlock unmute unpause unpin unpublish unregister unshare
    unsubscribe unsuspend untag update upgrade upload upsert use void vote withdraw
    write""".split()
)
"""What it asks for where the method can change something; else they are things."""

THINGS = frozenset(
    """backup ban batch block book charge check compare copy count download end
    estimate evaluate execute explain export follow force fork grant hide hold
    import insert invite invoke issue join kick launch leave like link lock login
    logout merge move mute notify open order override pair pause pay pin ping play
    poll preview process provision purchase purge query refund release repair
    repeat replay reply report request resume return review run save scan schedule
    search send set share show sign sort split stage start step stop store suggest
    swap switch sync tag test toggle touch track train transfer trigger update
    upgrade upload use vote watch write""".split()
)
"""Verbs that are as often things: order-items are no request to order."""

VERBS = ACTIONS | CHANGES | {"head", "options", "patch", "trace"}


def singular(word: str) -> str:
    """One of what `word` says: ``addresses`` is address, ``status`` stays."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _SAME or len(word) < 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "oes")):
        return word[:-2]
    if word.endswith("uses") and word[-5:-4] not in ("a", "o") and len(word) > 6:
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def is_plural(word: str) -> bool:
    """Whether `word` says that there are many."""
    return word in _SAME_AND_MANY or singular(word) != word


def singular_of(parts: Words) -> Words:
    """`parts` with the last one in the singular."""
    return (*parts[:-1], singular(parts[-1])) if parts else parts

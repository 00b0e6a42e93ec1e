"""Random quotas, consents, remedies, and deeds that accept inspections."""
from model import Ban, Clause, Count, Covers, Deed, Entry, \
    Measure, Stock, day_of, subjects
from times import later

QUOTAS = ("calendar", "calendars", "rolling", "rollings", "from", "at once",
          "unsaid", "no", "floor", "floor rolling", "condition", "named")
CONSENTS = ("step", "host", "host stationed", "named", "host wide")
REMEDIES = ("for ever", "resumes", "wrong", "resume", "deadline", "again")
ACCEPTS = ("by anybody", "by one", "refused", "covered", "each", "two deeds")


# ---- quotas ----------------------------------------------------------------

def period(rng, form):
    unit = rng.choice(["year", "year", "month", "week", "day"])
    if form in ("calendar", "floor", "condition", "named", "no"):
        return ("calendar", 1, unit)
    if form == "calendars":
        return ("calendar", rng.randint(2, 3), rng.choice(
            ["year", "month", "week"]))
    if form in ("rolling", "floor rolling"):
        return ("rolling", 1, rng.choice(["year", "month", "week"]))
    if form == "rollings":
        return ("rolling", rng.randint(2, 4), rng.choice(
            ["month", "week", "day", "year"]))
    if form == "from":
        return ("from", *rng.choice([(1, 7), (25, 12), (2, 1), (30, 12),
                                     (1, 1)]))
    return ("at once",) if form == "at once" else None


def quota(draft, facts, id, form):
    """A quota, and events that it may count."""
    rng, case = draft.rng, draft.case
    kind = rng.choice(["exercise", "exercise", "exercise.alert", "parade"])
    size = None
    if rng.random() < 0.6:
        size = (rng.choice(["more than", "at least"]), rng.randint(5, 40),
                rng.choice(list(case.items)))
    whom = draft.whom()
    place = None if rng.random() < 0.5 else [("in", draft.words())]
    if form == "no":
        line = Ban(kind, size, whom, place)
    else:
        line = Count("at least" if form.startswith("floor") else "at most",
                     rng.choice([0, 1, 1, 2, 3]), kind, size, whom, place,
                     period(rng, form))
        if line.relation == "at least":
            line.figure = max(1, line.figure)
    c = Clause("quota", id, f"Quota {id}", lines=[line])
    if form == "condition":
        c.conditions.append(facts.condition(c, rng.choice(
            ["there", "state", "agreed", "that party"])))
    made_events(draft, facts, c, line)
    if form == "named" and len(case.books) > 1:
        told_twice(draft)
    if line.__class__ is Count and line.relation == "at least" \
            and rng.random() < 0.7:
        side = rng.choice(list(case.sides))
        case.books[-1].covers.append(Covers(
            "events", ("side", side), draft.first - rng.choice([400, 30, 8]),
            draft.last + rng.randint(0, 400)))
    return c


def made_events(draft, facts, clause, line):
    """Events near its size, some of them long ago."""
    rng, case = draft.rng, draft.case
    for _ in range(rng.randint(2, 6)):
        kind = rng.choice([line.event] * 3 + list(case.events))
        e = facts.event(kind, rng.choice(facts.subject_names(clause)))
        roll = rng.random()
        if roll < 0.35:         # long ago, about as long as the period is
            unit = line.period[2] if getattr(line, "period", None) \
                and line.period[0] in ("calendar", "rolling") else "year"
            n = line.period[1] if unit != "year" or getattr(
                line, "period", None) and line.period[0] in (
                    "calendar", "rolling") else 1
            back = day_of(e.when) - later(day_of(e.when) * 1440, -n,
                                          unit) // 1440
            back = min(back, 900)
            e.when = tuple(x - back if isinstance(x, int) else x
                           for x in e.when)
            e.until = None if e.until is None else e.until - back
        if line.place and rng.random() < 0.7:
            e.spot = rng.choice([line.place[0] if line.place[0][0] == "in"
                                 else None, e.spot])
        if line.size and rng.random() < 0.85:
            _, n, item = line.size
            n += rng.choice([-2, 0, 1, 1, 5])
            e.stocks = [Stock(item, rng.choice([
                ("n", max(1, n)), ("n", max(1, n)),
                ("range", max(0, n - 3), n + 4)]))]


def told_twice(draft):
    """Some events stand in two books under one name."""
    rng, books = draft.rng, draft.case.books
    for k, e in enumerate([e for e in books[0].entries
                           if e.act == "event"][:3]):
        e.name = f"Manoeuvre {k}"
        if books[1].keeper in draft.case.parties \
                and e.holder != ("names", (books[1].keeper,)):
            continue
        other = Entry(e.when, "event", e.holder, e.spot, stocks=list(
            e.stocks), event=e.event, until=e.until, name=e.name)
        if rng.random() < 0.3:
            other.stocks = []
        elif rng.random() < 0.3 and other.stocks:
            s = other.stocks[0]
            other.stocks = [Stock(s.item, ("n", 3))]
        books[1].entries.append(other)


# ---- consents --------------------------------------------------------------

def consent_to_step(draft, facts, id, step):
    rng, case = draft.rng, draft.case
    names = tuple(rng.sample(facts.bound(), min(len(facts.bound()),
                                                rng.choice([1, 1, 2, 3]))))
    facts.consents(names, ("step", step.id))
    if rng.random() < 0.5:
        case.books[-1].covers.append(Covers(
            "consents", ("side", rng.choice(list(case.sides))),
            draft.first, draft.first + rng.randint(6, 24)))
    return Clause("consent", id, f"Consent {id}", needs=("step", step.id),
                  consenters=names)


def consent_of_host(draft, facts, id, form):
    rng, case = draft.rng, draft.case
    whom = draft.whom()
    place = [("in", draft.words())] if form != "host wide" else draft.place()
    stated = ("and", ("stationed",)) if form == "host stationed" else None
    m = Measure("no", [(None, draft.items())], whom, stated, place)
    c = Clause("consent", id, f"Consent {id}", needs=("any", m),
               consenters="the host")
    owners = [p.name for p in case.parties.values() if p.territory]
    if form == "named" or not owners:
        c.consenters = (rng.choice(facts.bound()),)
        owners = list(c.consenters)
    for _ in range(rng.choice([0, 1, 2, 3])):
        actors = sorted({n for _, ns, _ in subjects(case, whom) for n in ns})
        who = ("party", rng.choice(actors)) if rng.random() < 0.7 else None
        item = rng.choice([None, *m.terms[0][1][1]]) \
            if m.terms[0][1][0] == "sum" else None
        spot = None
        if who is None or rng.random() < 0.5:
            spot = rng.choice([m.place[0] if m.place and m.place[0][0] == "in"
                               else None, ("in", draft.words())])
        if who is None and item is None:
            item = rng.choice(list(case.items))
        if spot is None and who is None:
            who = ("party", rng.choice(actors))
        e = Entry(facts.day(True), "consent", who=(rng.choice(owners),),
                  to_forces=(who, item, spot))
        if rng.random() < 0.45:
            e.until = e.when[1] + rng.randint(0, 9)
        facts.book().entries.append(e)
    if rng.random() < 0.35:
        case.books[-1].covers.append(Covers(
            "consents", ("party", rng.choice(owners)), draft.first,
            draft.first + rng.randint(6, 24)))
    return c


# ---- remedies --------------------------------------------------------------

def remedy(draft, id, form, limit, step):
    """On breach of LIMIT by one of its subjects; who acts in the step, or
    his side, may suspend it."""
    rng, case = draft.rng, draft.case
    subject, names, side = rng.choice(subjects(case, limit.lines[0].whom))
    name = sorted(names)[0]
    by = ("side", side) if side else ("party", name)
    if not side and case.parties[name].on and rng.random() < 0.4:
        by = ("side", case.parties[name].on)
    others = [x for x in subjects(case, step.deeds[0].actor)
              if not x[1] & subjects(case, by)[0][1]]
    if not others:
        raise ValueError("nobody else")     # who is in breach gets no right
    actor, acting, its = rng.choice(others)
    who = ("side", its) if its else ("party", actor[1][0])
    if not its and case.parties[actor[1][0]].on and rng.random() < 0.5 \
            and case.parties[actor[1][0]].on != case.parties[name].on:
        who = ("side", case.parties[actor[1][0]].on)
    return Clause("remedy", id, f"Remedy {id}", breach=(limit.id, by),
                  entitled=(who, step.id),
                  resumes=None if form == "for ever" else rng.choice([
                      (1, "day"), (2, "day"), (4, "day"), (1, "week"),
                      (36, "hour")]))


def who_suspends(draft, remedy, step):
    """Somebody whom the remedy entitles, mostly one who acts in the step."""
    rng, case = draft.rng, draft.case
    who = remedy.entitled[0]
    options = [who, who]
    if who[0] == "side":
        options += [("party", n) for n in case.parties
                    if case.parties[n].on == who[1]]
    return rng.choice(options)


def suspensions(draft, form, remedy, step, spans):
    """Entries `suspend` and `resume`, most of them within SPANS: those in
    which there is a right."""
    rng, case = draft.rng, draft.case

    def say(act, day, who):
        rng.choice(case.books).entries.append(Entry(
            ("day", day), act, step=step.id, who=who))
    used = set()
    for a, b in spans[:2] or [(draft.first * 1440, None)]:
        end = draft.last if b is None else b // 1440
        start = a // 1440 + rng.choice([0, 0, 1, 2])
        if form == "wrong" or rng.random() < 0.15:
            start = rng.choice([start - 2, end + 1])
        who = who_suspends(draft, remedy, step)
        if form == "wrong" and rng.random() < 0.4:
            who = ("party", rng.choice([n for n, p in case.parties.items()
                                        if p.kind == "party"]))
        if (who, start) in used or not draft.first <= start <= draft.last:
            continue
        say("suspend", start, who)
        used.add((who, start))
        stop = start + rng.randint(1, 6)
        if (form in ("resume", "deadline") or rng.random() < 0.4) \
                and (who, stop) not in used and stop <= draft.last + 3:
            say("resume", stop, who)
            used.add((who, stop))
            if form == "again" and stop + 2 <= draft.last:
                say("suspend", stop + 1, who)


# ---- inspections -----------------------------------------------------------

def accepting(draft, facts, id, form):
    """A step with deeds that accept inspections, and inspections."""
    rng, case = draft.rng, draft.case
    bound = facts.bound()
    c = Clause("step", id, f"Step {id}")
    for _ in range(2 if form == "two deeds" else 1):
        sites = tuple(rng.sample(list(case.places.sites), rng.choice(
            [1, 1, 2, 3])))
        actor = ("party", rng.choice(bound))
        if form == "each":
            actor = rng.choice([("each party", None, ()), ("each side",)])
        by = () if form == "by anybody" else (rng.choice(bound + ["OSCE"]),)
        c.deeds.append(Deed(actor, "accepts", sites=sites, inspectors=by))
    if rng.random() < 0.25:
        c.verifier, c.verify_within = ("monitor", "OSCE"), rng.randint(1, 5)
    c.within = (rng.randint(4, 14), "force")
    for d in c.deeds:
        for _, names, _ in subjects(case, d.actor):
            for site in d.sites:
                for _ in range(rng.choice([0, 1, 1, 2])):
                    inspect(draft, facts, form, d, sorted(names), site)
    if form == "covered" or rng.random() < 0.2:
        case.books[-1].covers.append(Covers(
            "inspections", ("side", rng.choice(list(case.sides))),
            draft.first, draft.first + rng.randint(8, 24)))
    return c


def inspect(draft, facts, form, deed, names, site):
    rng, case = draft.rng, draft.case
    e = Entry(facts.day(), "inspect", ("names", (rng.choice(names),)),
              ("at", (site,)), by=rng.choice(list(deed.inspectors) * 3 + [
                  "OSCE", rng.choice(facts.bound())]))
    if rng.random() < (0.5 if form == "refused" else 0.2):
        e.refused = True
    else:
        e.stocks = [Stock(rng.choice(list(case.items)),
                          ("n", rng.randint(1, 30)))]
    case.books[-1].entries.append(e)


def with_condition(facts, clause, form, earlier):
    clause.conditions.append(facts.condition(clause, form, earlier))
    return clause

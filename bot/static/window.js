// Every page works without this file. With it the window answers in place, keeps the conversation, and says what goes wrong.
const root = document.documentElement;
const form = document.querySelector("#composer");
const log = document.querySelector("#log");
const words = form && JSON.parse(form.dataset.words);
const WAIT = 300; // milliseconds before waiting is shown
const LOST = 30_000; // milliseconds before an answer counts as lost
const HISTORY = 20;
const keyboard = matchMedia("(pointer: fine)"); // that of a touch screen covers the page while the box has the focus
const LEFT = "left"; // where an article's page finds the conversation that it was opened from
const fallback = new Map(); // what could not be stored

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

if (form) box();
if (log) converse();
else if (form) back();
if (window.parent !== window) framed();
addEventListener("hashchange", land);
land();

/** The question box: it grows, counts, and sends on Enter. */
function box() {
  const input = form.elements.question;
  const limit = Number(input.dataset.limit);
  const count = document.querySelector("#count");
  const length = () => [...input.value.trim()].length;
  if (keyboard.matches) document.querySelector("#hint").textContent = words.hint;
  const changed = () => {
    const over = length() > limit;
    count.textContent = length() > limit * 0.8 ? fill(over ? words.over : words.count, { count: length(), limit }) : "";
    count.classList.toggle("over", over);
    if (over) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    if (CSS.supports("field-sizing", "content")) return;
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight + input.offsetHeight - input.clientHeight}px`;
  };
  input.addEventListener("input", changed);
  input.addEventListener("keydown", (event) => {
    // An input method for Chinese, Japanese or Korean ends a syllable with Enter; in Safari, when it has ended composing.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector(".ask"));
  });
  form.noValidate = true; // for spaces would satisfy "required"
  form.addEventListener("submit", (event) => {
    const blank = !length();
    if (!blank && length() <= limit) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (blank) count.textContent = input.dataset.empty;
    count.classList.add("over");
    input.setAttribute("aria-invalid", "true");
    input.focus();
    say(count.textContent);
  });
  changed();
  // What the server says of that is said below the box, where it changes with the text.
  if (length() > limit) Object.assign(document.querySelector("#problem"), { textContent: "", hidden: true });
  const head = document.querySelector(".top");
  const measure = new ResizeObserver(() => {
    root.style.setProperty("--head", `${head.offsetHeight + parseFloat(getComputedStyle(head).top)}px`);
    root.style.setProperty("--box", `${form.offsetHeight}px`);
  });
  [head, form].forEach((bar) => measure.observe(bar));
}

/** Speak a short message to a screen reader; the log speaks for answers. */
function say(text) {
  document.querySelector("#status").textContent = text;
}

/** Keep a text for the tab; where storage is full, or forbidden as in a frame of another site, for this page alone. */
function keep(key, text) {
  fallback.delete(key);
  try { sessionStorage.setItem(key, text); } catch { fallback.set(key, text); }
}

function stored(key) {
  if (fallback.has(key)) return fallback.get(key);
  try { return sessionStorage.getItem(key); } catch { return null; }
}

/** On an article's page: the way back to the conversation, where there was one, and for a question to go on with it. */
function back() {
  const link = document.querySelector("#back");
  const left = JSON.parse(stored(LEFT));
  if (!left) return;
  link.href = left.address;
  link.textContent = link.dataset.known;
  form.addEventListener("submit", (event) => {
    const asked = Object.fromEntries(new FormData(form));
    if (left.article && asked.article && left.article !== asked.article) return; // that is about another article alone
    keep(LEFT, JSON.stringify({ ...left, asked }));
    if (fallback.has(LEFT)) return;
    event.preventDefault();
    location.assign(left.address);
  });
}

function converse() {
  const input = form.elements.question;
  const article = form.elements.article?.value ?? "";
  const count = document.querySelector("#count");
  const problem = document.querySelector("#problem");
  const note = document.querySelector("#editing");
  const tail = document.querySelector("#tail");
  const greeting = document.querySelector(".greeting");
  const title = log.dataset.title;
  const latest = `latest:${article}`;
  const home = location.pathname + (article && `?${new URLSearchParams({ article })}`);
  let id = history.state?.id ?? "";
  let pending = false;
  let editing = null; // the turn that is asked again, and what stood in the box before
  let failure = null; // the question that a failure is about, as long as the box has it
  let recalled = null;

  const unused = () => `conversation:${Date.now()}`;
  const turns = () => [...log.children];
  const shown = () => turns().filter((turn) => !turn.hidden);
  const scopeOf = (turn) => new URL(turn.querySelector(".edit").href).searchParams.get("article");

  function save() {
    if (!id || !turns().length) return;
    keep(id, JSON.stringify(turns().map((turn) => turn.outerHTML)));
    keep(latest, id);
  }

  function dress(turn) {
    const copy = element("button", { type: "button", textContent: words.copy });
    copy.addEventListener("click", () => copied(turn, copy));
    const actions = turn.querySelector(".actions");
    actions.querySelector("button")?.remove();
    if (turn.classList.contains("answered")) actions.prepend(copy);
    actions.querySelector(".link").textContent = words.link; // it may have been kept while it said that it was copied
    actions.querySelector(".edit").addEventListener("click", (event) => {
      event.preventDefault();
      edit(turn);
    });
  }

  /** Show the first turns of the conversation; those after them are kept for the way forward. */
  function show(number) {
    turns().forEach((turn, at) => { turn.hidden = at >= number; });
    settle();
  }

  function settle() {
    const last = shown().at(-1);
    greeting.classList.toggle("past", Boolean(last));
    document.title = last ? `${last.dataset.question} · ${title}` : title;
  }

  function restore(kept) {
    const made = element("template", { innerHTML: JSON.parse(kept).join("") });
    log.setAttribute("aria-busy", "true"); // what was heard before is not announced again
    log.replaceChildren(made.content);
    turns().forEach(dress);
    tint();
    log.removeAttribute("aria-busy");
  }

  /** Open an address as a new conversation; the way back leads to the one that is shown. */
  function begin(address) {
    save();
    keep(latest, "");
    id = ""; // what is shown until then is not saved as the new one
    history.pushState(null, "", address);
    scrollTo(0, 0);
    location.reload();
  }

  function settleProblem(...content) {
    problem.replaceChildren(...content);
    problem.removeAttribute("role");
    problem.hidden = !content.length;
    failure = null;
  }

  /** Tint the turns that will be replaced: those of an edit, or those after what is being asked. */
  function tint(at = editing ? turns().indexOf(editing.turn) : Infinity) {
    turns().forEach((turn, number) => turn.classList.toggle("replaced", number >= at));
  }

  /** Whether what is wanted has to wait for an answer; if so, that is said. */
  function busy() {
    if (!pending) return false;
    count.textContent = words.pending;
    say(words.pending);
    return true;
  }

  /** Ask as the turn at a place, which replaces those from there on; of one article alone where a scope is given. */
  async function ask(question, at, scope) {
    pending = true;
    const earlier = shown().slice(0, at).slice(-HISTORY);
    const body = new URLSearchParams([["question", question], ...earlier.map((turn) => ["history", turn.dataset.question])]);
    if (scope) body.append("article", scope);
    settleProblem();
    greeting.classList.add("past"); // now, for what moves by itself while one reads is a nuisance
    const timer = setTimeout(() => wait(question, at), WAIT);
    try {
      const response = await fetch(form.dataset.answer, { method: "POST", body, signal: AbortSignal.timeout(LOST) });
      if (!response.ok) throw response;
      add(await response.text(), at);
      clear(question);
      if (editing) leave(input.value || editing.draft);
    } catch (reason) {
      failed(question, at, scope, reason);
    } finally {
      clearTimeout(timer);
      tail.replaceChildren();
      tint();
      if (count.textContent === words.pending) {
        count.textContent = input.value.trim() && words.unsent;
        say(count.textContent);
      }
      pending = false;
    }
  }

  function write(text) {
    input.value = text;
    input.dispatchEvent(new Event("input"));
  }

  /** Empty the box, unless the reader has gone on writing in it. */
  function clear(question) {
    if (["", question].includes(input.value.trim())) write("");
  }

  function wait(question, at) {
    tint(at);
    tail.replaceChildren(
      element("div", { className: "turn" },
        element("p", { className: "asked", dir: "auto", textContent: question }),
        element("p", { className: "waiting" }, element("i"), element("i"), element("i"), words.waiting)),
    );
    clear(question);
    say(words.waiting);
    tail.scrollIntoView({ block: "end" });
  }

  function add(html, at) {
    const turn = element("template", { innerHTML: html }).content.querySelector(".turn");
    if (at < shown().length) {
      save(); // what an edit replaces stays as it was, for the way back to lead to it
      id = unused();
    }
    turns().slice(at).forEach((later) => later.remove());
    dress(turn);
    tail.replaceChildren();
    say("");
    log.append(turn);
    setTimeout(save, 100); // once the answer is painted
    history.pushState({ id, shown: at + 1 }, "", turn.dataset.url);
    settle();
    turn.scrollIntoView({ block: "start" });
    turn.querySelector(".said").scrollIntoView({ block: "nearest" }); // a long question may have pushed it out of sight
  }

  /** Say how long to wait, and when that is over; a timer within an alert changes unheard. */
  function countdown(seconds) {
    const time = new Intl.NumberFormat(root.lang, { style: "unit", unit: "second", unitDisplay: "long" });
    const end = Date.now() + seconds * 1000;
    const clock = element("span", { role: "timer", textContent: time.format(seconds) });
    const [before, after] = words.busy.split("{time}");
    const said = element("span", {}, before, clock, after);
    const ticking = setInterval(() => {
      const left = Math.ceil((end - Date.now()) / 1000);
      if (left > 0) clock.textContent = time.format(left);
      else said.textContent = words.ready;
      if (left <= 0 || !said.isConnected) clearInterval(ticking);
    }, 1000);
    return said;
  }

  function failed(question, at, scope, reason) {
    const said =
      reason.status === 429 ? countdown(Number(reason.headers.get("Retry-After")) || 1)
      : reason.status >= 500 ? words.broken
      : reason.status === 404 ? words.gone
      : reason.status ? words.refused
      : reason.name === "TimeoutError" ? words.slow
      : words.lost;
    const again = element("button", { type: "button", textContent: words.again });
    again.addEventListener("click", () => {
      input.focus();
      if (!busy()) ask(question, at, scope);
    });
    const draft = new URLSearchParams({ draft: question });
    const others = element("a", { href: `${location.pathname}?${draft}`, textContent: words.others });
    if (!input.value) write(question);
    settle();
    settleProblem(said, " ", reason.status === 404 ? others : again);
    if (input.value.trim() === question) failure = question;
    problem.setAttribute("role", "alert");
    if (getComputedStyle(form).position === "static") problem.scrollIntoView({ block: "nearest" });
    say("");
  }

  function edit(turn) {
    if (busy()) return;
    if (editing?.asked) settleProblem();
    editing = { turn, draft: editing?.draft ?? input.value };
    problem.hidden = true; // until the edit is left, with what it is about
    write(turn.dataset.question);
    const cancel = element("button", { type: "button", textContent: words.cancel });
    cancel.addEventListener("click", cancelled);
    note.replaceChildren(words.editing, " ", cancel);
    note.hidden = false;
    tint();
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  }

  function cancelled() {
    if (!busy()) leave();
    input.focus();
  }

  /** Leave an edit: the box gets back what stood in it, and what was said about that is shown again. */
  function leave(text = editing.draft) {
    if (editing.asked) settleProblem(); // it is about the edit
    editing = null;
    tint();
    note.hidden = true;
    note.replaceChildren();
    if (text !== input.value) write(text);
    problem.hidden = !problem.hasChildNodes();
  }

  async function copied(turn, button) {
    let reply = "";
    const parts = turn.querySelectorAll(":scope > .said .reply, :scope > .said .passage, :scope > .ground > .passage");
    const text = [...parts].flatMap((part) => {
      if (part.matches(".reply")) return [reply = part.textContent.trim()];
      const place = part.querySelector("a");
      const evidence = part.querySelector("mark").textContent.trim();
      return [...(evidence === reply ? [] : [`“${evidence}”`]), `— ${place.textContent.trim()}\n${place.href}`];
    }).join("\n\n");
    const done = await clip(text);
    tell(button, done ? words.copied : words.copy_failed, words.copy);
  }

  /** Put a text on the clipboard, and tell whether that could be done. */
  async function clip(text) {
    return navigator.clipboard?.writeText(text).then(() => true, () => false);
  }

  /** Say what came of a press, and show it for a moment in place of the name of what was pressed. */
  function tell(pressed, said, name) {
    pressed.textContent = said;
    say(said);
    setTimeout(() => { pressed.textContent = name; }, 2000);
  }

  // The box, the examples and the suggestions are all forms with a question.
  document.addEventListener("submit", (event) => {
    const asked = new FormData(event.target, event.submitter);
    const question = asked.get("question")?.trim();
    if (!question) return;
    event.preventDefault();
    if (busy()) return;
    if (event.target !== form && editing) leave();
    if (editing) editing.asked = true;
    recalled = null;
    if (keyboard.matches) input.focus({ preventScroll: true });
    else if (greeting.contains(event.target)) log.focus({ preventScroll: true }); // the button will be hidden
    if (editing) ask(question, turns().indexOf(editing.turn), scopeOf(editing.turn));
    else ask(question, shown().length, asked.get("article"));
  });

  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && editing) {
      event.stopPropagation();
      cancelled();
      return;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || (input.value && recalled === null) || (!input.value && step > 0)) return;
    const asked = shown().map((turn) => turn.dataset.question);
    const at = (recalled ?? asked.length) + step;
    if (at < 0) return;
    event.preventDefault();
    write(asked[at] ?? "");
    recalled = at < asked.length ? at : null;
  });
  input.addEventListener("input", () => {
    recalled = null;
    // Once the question is another one, what was wrong with it is no news; one that is kept in the note alone stays.
    if (failure !== null && (!editing || editing.asked) && input.value.trim() !== failure) settleProblem();
  });

  // A link to the address that is shown already would keep its entry in the history, and with that its conversation.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("#new, .link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.matches(".link") && await clip(link.href)) tell(link, words.link_copied, words.link);
    else if (link.target) open(link.href, link.target, "noopener");
    else begin(link.href);
  });
  addEventListener("pagehide", () => {
    save();
    // The turn that is being read, for the way back from an article to lead to it; there is none if nothing was asked.
    const turn = shown().findLastIndex((each) => each.getBoundingClientRect().top < innerHeight / 2);
    keep(LEFT, JSON.stringify(turns().length ? { address: home, article, turn } : null));
  });

  addEventListener("popstate", ({ state }) => {
    if (pending) return;
    if (!state) { // a jump within the page, as to the question box
      history.replaceState({ id, shown: shown().length }, "");
      return;
    }
    if (editing) leave();
    if (state.id !== id) {
      save();
      const kept = stored(state.id);
      if (!kept) {
        location.reload();
        return;
      }
      restore(kept);
      id = state.id;
    }
    show(state.shown);
  });

  // A reload, or a way back, finds its own conversation; a new address with a question begins one.
  const anew = !id && !log.children.length;
  if (anew) id = stored(latest) ?? "";
  const kept = id && stored(id);
  if (kept) restore(kept);
  else {
    turns().forEach(dress);
    id ||= unused();
    save();
  }
  const visible = history.state?.shown ?? turns().length;
  history.replaceState({ id, shown: visible }, "");
  show(visible);
  const left = JSON.parse(stored(LEFT));
  const returned = anew && left?.address === home;
  if (anew) (shown()[returned ? left.turn : -1] ?? shown().at(-1))?.scrollIntoView();
  if (returned && left.asked) ask(left.asked.question.trim(), shown().length, left.asked.article);
  if (window.parent === window && !location.hash && keyboard.matches) input.focus({ preventScroll: true });
}

/** In the widget's frame: its greeting and colour, and the keys that the page around it cannot hear. */
function framed() {
  root.classList.add("framed");
  let wishes = {};
  try { wishes = JSON.parse(window.name); } catch { /* another site's frame, without wishes */ }
  const promise = document.querySelector("#promise");
  if (promise && wishes.greeting) promise.textContent = wishes.greeting;
  if (wishes.colour) {
    root.style.setProperty("--brand", wishes.colour);
    root.style.setProperty("--on-brand", wishes.ink);
  }
  // The frame is small, and where its storage is forbidden the conversation would be lost: what leads away from it gets
  // a tab of its own, before anything else hears the click.
  addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    if (log && link && (link.matches(".passage a, .link") || link.pathname !== location.pathname)) link.target = "_blank";
  }, { capture: true });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) parent.postMessage("bot:close", "*");
  });
  addEventListener("message", (event) => {
    if (event.source !== parent || event.data !== "bot:open") return;
    if (keyboard.matches) form?.elements.question.focus({ preventScroll: true });
  });
  parent.postMessage("bot:ready", "*");
}

/** A long article is shown a page at a time: an address that names a paragraph of another page goes to that page. */
function land() {
  const wanted = /^#p(\d+)$/.exec(location.hash);
  if (wanted && !document.getElementById(`p${wanted[1]}`)) location.replace(`?p=${wanted[1]}${location.hash}`);
}

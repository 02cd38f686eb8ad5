/* Sportello */
// The search of the site: it reads one list of names and titles, and sends nothing anywhere.
(function () {
  "use strict";
  const box = document.getElementById("search");
  const input = document.getElementById("q");
  const found = document.getElementById("found");
  const list = document.getElementById("results");
  const more = document.getElementById("more");
  if (!box || !input || !found || !list || !more) return;
  const say = JSON.parse(box.dataset.words);
  const lang = document.documentElement.lang;
  const LINES = 20;
  // Names that stand above the projects.
  const NAMES = 8;
  const SMALL = new Set(
    ("a ad al alla alle allo ai agli con da dal dalla dei del dell della delle dello di e ed gli i il in l la le lo nel " +
      "nella per su sul sulla un una uno an and at by for from of on or the to with").split(" "));
  let rows = null;
  let loading = false;
  let shown = [];
  let upTo = LINES;

  // One form for comparing words, as in the program: lower case, no accents, no punctuation.
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  function lines(text) {
    return text ? text.split("\n").map((line) => line.split("\t")) : [];
  }

  // Every row has what is said of it, where it leads, and its folded words: of its title, and all.
  function read(data) {
    const names = [];
    const fill = (kind, folder, table) => table.forEach(([name, id, more]) => {
      const title = " " + fold(name) + " ";
      names.push({ title: title, all: title + fold((more || "") + " " + id) + " ", says: name, to: folder + id, kind: kind });
    });
    const comuni = lines(data.comuni), measures = lines(data.measures), bodies = lines(data.bodies);
    fill(say.comune, "c/", comuni);
    fill(say.measure, "m/", measures);
    fill(say.word, "w/", lines(data.words));
    fill(say.question, "domande/", lines(data.questions));
    const places = comuni.concat(lines(data.elsewhere));
    const folded = (table) => table.map((row) => fold(row[0]));
    const [ofComuni, ofMeasures, ofBodies] = [places, measures, bodies].map(folded);
    const status = data.status.split("\n");
    const number = (text) => parseInt(text, 36);
    let before = "";
    const projects = lines(data.projects).map(([title, id, cup, measure, body, where, euro, state]) => {
      // The first two signs say how much of the title is that of the row before.
      before = before.slice(0, number(title.slice(0, 2))) + title.slice(2);
      const own = " " + fold(before) + " ";
      const at = where ? where.split(",").map(number) : [];
      const words = at.map((i) => ofComuni[i]);
      words.push(ofMeasures[number(measure)] || "", body ? ofBodies[number(body)] : "", cup.toLowerCase(), id);
      return {
        title: own, all: own + words.join(" ") + " ", says: before, to: "p/" + id, kind: say.project,
        euro: euro ? number(euro) : -1, state: status[number(state)],
        place: at.length === 1 ? places[at[0]][0] : "", measure: (measures[number(measure)] || [""])[0],
      };
    });
    projects.sort((a, b) => b.euro - a.euro);
    return { names: names, projects: projects };
  }

  // The rows that have all words, those whose titles have them first; else in the order that they stand in.
  function matching(of, words) {
    const asked = words.map((word) => [" " + word, " " + word + " "]);
    const byScore = [];
    for (const row of of) {
      let score = 0;
      for (const [begins, whole] of asked) {
        if (!row.all.includes(begins)) { score = -1; break; }
        if (row.title.includes(begins)) score += row.title.includes(whole) ? 3 : 2;
      }
      if (score >= 0) (byScore[score] = byScore[score] || []).push(row);
    }
    return byScore.reverse().flat();
  }

  function item(row) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = box.dataset.root + row.to + "/index.html";
    link.textContent = row.says;
    const small = document.createElement("small");
    const facts = [row.kind];
    if (row.kind === say.project) {
      facts.push(row.euro < 0 ? say.unknown : row.euro.toLocaleString(lang) + " €", row.state, row.place, row.measure);
    }
    small.textContent = facts.filter(Boolean).join(" · ");
    line.append(link, small);
    return line;
  }

  function draw() {
    list.replaceChildren(...shown.slice(0, upTo).map(item));
    more.hidden = shown.length <= upTo;
  }

  function search() {
    const typed = fold(input.value).split(" ").filter(Boolean);
    const words = typed.filter((word) => !SMALL.has(word));
    const asked = words.length ? words : typed;
    try {
      history.replaceState(null, "", asked.length ? "#q=" + encodeURIComponent(input.value) : location.pathname);
    } catch (_) { /* A page from a stick may not change its address. */ }
    if (!asked.length) {
      shown = [];
      found.textContent = "";
    } else if (!rows) {
      load();
      return;
    } else {
      const begun = performance.now();
      const names = matching(rows.names, asked), projects = matching(rows.projects, asked);
      shown = names.slice(0, NAMES).concat(projects, names.slice(NAMES));
      const count = shown.length.toLocaleString(lang);
      found.textContent = shown.length ? say.found.replace("{count}", count) : say.none;
      upTo = LINES;
      draw();
      box.dataset.ms = (performance.now() - begun).toFixed(1);
      return;
    }
    upTo = LINES;
    draw();
  }

  function load() {
    if (loading || rows) return;
    loading = true;
    found.textContent = say.wait;
    const script = document.createElement("script");
    script.src = box.dataset.index;
    script.onload = () => { rows = read(window.SPORTELLO); search(); };
    script.onerror = () => { loading = false; found.textContent = say.failed; };
    document.head.append(script);
  }

  // Up and down through the results, back to the box.
  function walk(event) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && at >= 0) {
      input.focus();
    } else if (step && links.length) {
      const next = at + step;
      (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  box.hidden = false;
  input.addEventListener("input", search);
  input.addEventListener("focus", load, { once: true });
  box.addEventListener("keydown", walk);
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.focus();
  });
  more.addEventListener("click", () => {
    const from = upTo;
    upTo += LINES;
    draw();
    list.querySelectorAll("a")[from].focus();
  });
  if (location.hash.startsWith("#q=")) {
    try { input.value = decodeURIComponent(location.hash.slice(3)); } catch (_) { return; }
    search();
  }
})();

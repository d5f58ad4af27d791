// Building blocks of the page. Whatever comes from the CRM becomes text here, never markup.

const SVG = 'http://www.w3.org/2000/svg';

/** The page's element of that id. */
const at = (id) => document.getElementById(id);

/**
 * An element. Attributes that are false, null or undefined are left out; one whose name begins with "on" listens to an
 * event. Content may be elements, texts, and lists of both; null and false are left out.
 */
function make(tag, attributes = {}, ...content) {
  return filled(document.createElement(tag), attributes, content);
}

/** The same of a picture. */
function draw(tag, attributes = {}, ...content) {
  return filled(document.createElementNS(SVG, tag), attributes, content);
}

function filled(element, attributes, content) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...content.flat(3).filter((part) => part !== null && part !== false && part !== undefined));
  return element;
}

/** Such as "1 row" or "12,500 rows". */
function counted(count, one, several = one + 's') {
  return number(count) + ' ' + (count === 1 ? one : several);
}

/** Such as "12,500". */
function number(count) {
  return count.toLocaleString('en-US');
}

/** Says something in one sentence, aloud where the page is read aloud. */
function say(sentence) {
  at('said').textContent = sentence;
}

/** Runs something once the reader is not waiting for anything else; asked for again before that, it runs once. */
function later(task, milliseconds) {
  let timer = null;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(task, milliseconds);
  };
}

/** A text that directions of writing in it cannot carry out of its place. */
function apart(text) {
  return make('bdi', {}, text);
}

/** The same of a value, whose lines end where a reader expects it: behind the signs in it rather than within a word. */
function wrapped(text) {
  const pieces = text.split(/(?<=[@._/\\-])(?=[^\s])/u);
  return make('bdi', {}, pieces.flatMap((piece, i) => (i === 0 ? [piece] : [make('wbr'), piece])));
}

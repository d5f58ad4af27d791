'use strict';

// What the vendor says its answers look like, as far as its client carries it: the type declarations, which were
// generated from the vendor's specification. Optional fields may also be null, as its guides show them.

const fs = require('fs');
const path = require('path');

const CUSTOM_FIELD = /^[0-9a-f]{40}/;

const declarations = new Map();

function declaration(version, name) {
  const key = `${version}/${name}`;
  if (!declarations.has(key)) {
    declarations.set(key, read(version, name));
  }
  return declarations.get(key);
}

/** The fields of a model by name, those of the models it is made of included; null if it is no object. */
function read(version, name) {
  const folder = path.join(path.dirname(require.resolve(`pipedrive/${version}`)), 'models');
  const wanted = name.toLowerCase();
  const file = fs.readdirSync(folder).find((each) => each.replaceAll('-', '') === `${wanted}.d.ts`);
  if (!file) {
    throw new Error(`The client has no model ${name} of ${version}.`);
  }
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const made = text.match(new RegExp(`^export type ${name} = ([\\w &]+);`, 'm'));
  if (made) {
    return Object.assign({}, ...made[1].split(' & ').map((part) => declaration(version, part)));
  }
  const fields = {};
  for (const [, field, optional, type] of text.matchAll(/^ {4}'(\w+)'(\??): ([^;{]+|\{)/gm)) {
    fields[field] = { optional: optional === '?', type };
  }
  return fields;
}

/** What in a value is not as the model describes it, by the path to it and without values. */
function disagreements(version, name, value, where = name) {
  const model = declaration(version, name);
  const missing = Object.keys(model)
    .filter((field) => !model[field].optional && !(field in value))
    .map((field) => `${where}.${field} is missing`);
  const unknown = Object.keys(value)
    .filter((field) => !(field in model) && !CUSTOM_FIELD.test(field))
    .map((field) => `${where}.${field} is not in the model`);
  const wrong = Object.keys(value)
    .filter((field) => field in model)
    .flatMap((field) => wrongs(version, model[field], value[field], `${where}.${field}`));
  return [...missing, ...unknown, ...wrong];
}

function wrongs(version, { optional, type }, value, where) {
  if (value === null) {
    return optional || type.includes('null') ? [] : [`${where} is null`];
  }
  const plain = type.replace(' | null', '');
  const list = plain.match(/^Array<(.+)>$/);
  if (list) {
    return Array.isArray(value)
      ? value.flatMap((each, i) => wrongs(version, { type: list[1] }, each, `${where}[${i}]`))
      : [`${where} is not a list`];
  }
  if (['string', 'number', 'boolean'].includes(plain)) {
    return typeof value === plain ? [] : [`${where} is not a ${plain}`];
  }
  if (plain === '{' || plain.endsWith('Const')) {
    return typeof value === (plain === '{' ? 'object' : 'string') ? [] : [`${where} is not as described`];
  }
  return disagreements(version, plain, value, where);
}

module.exports = { disagreements };

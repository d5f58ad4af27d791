'use strict';

// Pipedrive's own client against the sandbox. Which part is played, where the sandbox answers and its token come from
// the environment; what was seen goes to standard output as JSON, for a test to judge.

const v1 = require('pipedrive/v1');
const v2 = require('pipedrive/v2');
const { disagreements } = require('./model');

const { SANDBOX_PART: part, SANDBOX_URL: url, SANDBOX_TOKEN: token } = process.env;
const [first, second, third] = (process.env.SANDBOX_IDS || '').split(',').map(Number);

/** What the last answer said beside its body: the client hands on bodies alone. */
let last;

function settings(version, key) {
  const configuration = new version.Configuration({
    apiKey: key,
    basePath: `${url}/api/${version === v1 ? 'v1' : 'v2'}`,
  });
  // The constructor drops it, the requests heed it.
  configuration.baseOptions = {
    transformResponse: (text, headers, status) => {
      last = { status, headers };
      return JSON.parse(text);
    },
  };
  return configuration;
}

const persons = new v2.PersonsApi(settings(v2, token));
const personsOfV1 = new v1.PersonsApi(settings(v1, token));
const leads = new v1.LeadsApi(settings(v1, token));
const users = new v1.UsersApi(settings(v1, token));
const fields = new v2.PersonFieldsApi(settings(v2, token));
const organizations = new v2.OrganizationsApi(settings(v2, token));

async function refusal(call) {
  try {
    await call();
    return { status: last.status };
  } catch (body) {
    return { status: last?.status, success: body.success, error: body.error };
  }
}

const parts = {
  async walk() {
    const ids = [];
    const found = [];
    let pages = 0;
    let cursor;
    do {
      const page = await persons.getPersons({ limit: 25, cursor });
      pages += 1;
      ids.push(...page.data.map((person) => person.id));
      found.push(...page.data.flatMap((person) => disagreements('v2', 'Person', person)));
      cursor = page.additional_data.next_cursor;
    } while (cursor);
    return { ids, pages, found };
  },

  async change() {
    const before = (await persons.getPerson({ id: first, include_fields: 'notes_count,marketing_status' })).data;
    const updated = await persons.updatePerson({
      id: first,
      UpdatePersonRequest: {
        emails: [{ value: 'new@example.com', label: 'home' }, ...before.emails.map(({ value }) => ({ value }))],
        phones: [{ value: '+1 415 555 0199', primary: true, label: 'mobile' }],
      },
    });
    const merged = await personsOfV1.mergePersons({ id: second, MergePersonsRequest: { merge_with_id: first } });
    const deleted = await persons.deletePerson({ id: third });
    return {
      before,
      updated: updated.data,
      merged: merged.data,
      deleted: deleted.data,
      found: [
        ...disagreements('v2', 'UpsertPersonResponse', updated),
        ...disagreements('v1', 'MergePersonsResponse', merged),
        ...disagreements('v2', 'DeletePersonResponse', deleted),
      ],
    };
  },

  async leads() {
    const ids = [];
    const found = [];
    let more;
    do {
      const page = await leads.getLeads({ start: ids.length, limit: 2 });
      ids.push(...page.data.map((lead) => lead.id));
      found.push(...disagreements('v1', 'GetLeadsResponse', page));
      more = page.additional_data.more_items_in_collection;
    } while (more);
    const [one] = (await leads.getLeads({ limit: 1 })).data;
    const ofOne = (await leads.getLeads({ person_id: one.person_id })).data;
    return { ids, found, person: one.person_id, ofPerson: ofOne.map((lead) => lead.person_id) };
  },

  async names() {
    const ofPersons = (await fields.getPersonFields()).data;
    const everybody = (await users.getUsers()).data;
    const some = (await organizations.getOrganizations({ ids: `${first},${second}` })).data;
    return {
      fields: ofPersons.map((field) => field.field_name),
      labels: ofPersons.find((field) => field.field_code === 'label_ids').options.map((option) => option.label),
      users: everybody.map((user) => user.name),
      organizations: some.map(({ id, name }) => ({ id, name })),
      found: [
        ...ofPersons.flatMap((field) => disagreements('v2', 'GetPersonFields200ResponseDataInner', field)),
        ...everybody.flatMap((user) => disagreements('v1', 'BaseUser', user)),
        ...some.flatMap((organization) => disagreements('v2', 'OrganizationItem', organization)),
      ],
    };
  },

  async refusals() {
    const strangers = new v2.PersonsApi(settings(v2, 'x'.repeat(40)));
    return {
      wrongToken: await refusal(() => strangers.getPersons({ limit: 1 })),
      nobody: await refusal(() => persons.getPerson({ id: 999999999 })),
      badUpdate: await refusal(() => persons.updatePerson({ id: first, UpdatePersonRequest: { emails: 'text' } })),
      itself: await refusal(() =>
        personsOfV1.mergePersons({ id: first, MergePersonsRequest: { merge_with_id: first } }),
      ),
    };
  },

  /** Reads more than the limit allows at once; waits as long as a refusal says, then asks again. */
  async limits() {
    const read = [];
    let refused = 0;
    let waited = 0;
    while (read.length < first) {
      try {
        read.push((await persons.getPerson({ id: read.length + 1 })).data.id);
      } catch (body) {
        const seconds = Number(last?.headers['x-ratelimit-reset']);
        if (last?.status !== 429 || !(seconds > 0) || waited > 10) {
          throw new Error(`The client was not told how long to wait: ${JSON.stringify(body)}`);
        }
        refused += 1;
        waited += seconds;
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      }
    }
    return { read, refused, waited };
  },
};

parts[part]().then(
  (seen) => console.log(JSON.stringify(seen)),
  (error) => {
    console.error(error instanceof Error ? error.stack : JSON.stringify(error));
    process.exitCode = 1;
  },
);

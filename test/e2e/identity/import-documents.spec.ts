import { readFile } from 'node:fs/promises';
import { client } from '../../support/client.js';
import { newHolder, newOrganization, ownName } from '../../support/identity.world.js';
import { put, settled } from '../../support/import.world.js';

const documentOf = (name: string) => readFile(`schema/operations/${name}.graphql`, 'utf8');

it('a list is opened, sent, looked at and applied, by the documents that people start from', async () => {
  const organizationId = await newOrganization();
  const officer = await newHolder('ORGANIZATION_OFFICER', organizationId);
  const { familyName, givenName } = ownName();
  const as = client.as(officer);

  const opened = await as.send(await documentOf('open-member-import'), { input: { organizationId } });
  expect(opened).toSucceed();
  const { memberImport, upload } = opened.data.openMemberImport;
  expect((await put(upload.path, `Surname,Name\n${familyName},${givenName}\n,Nobody`)).status).toBe(200);
  await settled(officer, memberImport.id, ['READY']);
  const seen = await as.send(await documentOf('member-import'), { id: memberImport.id }, { 'accept-language': 'en' });
  const applied = await as.send(await documentOf('import-members'), { input: { importId: memberImport.id } });

  expect(seen.data.memberImport.rows.edges).toEqual([
    {
      node: {
        number: 3,
        familyName: '',
        givenName: 'Nobody',
        problems: [{ column: 1, message: 'A name is missing.' }],
      },
    },
  ]);
  expect(applied).toSucceed();
  expect(await settled(officer, memberImport.id, ['APPLIED'])).toMatchObject({ peopleAdded: 1 });
});

import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { setBearer } from './fetcher.js';

/** Above the editor: every example the server has, and one token for all tabs. */
export function Bar({ examples }) {
  return (
    <>
      <strong>Odaq</strong>
      <ExamplePicker examples={examples} />
      <label className="token">
        Bearer token for every tab
        <input type="password" autoComplete="off" onChange={(event) => setBearer(event.target.value)} />
      </label>
    </>
  );
}

function ExamplePicker({ examples }) {
  const { addTab } = useGraphiQLActions();
  const editors = useGraphiQL(({ queryEditor, variableEditor }) => ({ queryEditor, variableEditor }));

  function open(name) {
    const example = examples.find((each) => each.name === name);
    addTab();
    editors.queryEditor?.setValue(example.query);
    editors.variableEditor?.setValue(example.variables ?? '');
  }

  return (
    // The value stays empty, so the same example can be opened twice.
    <select aria-label="Examples" value="" onChange={(event) => open(event.target.value)}>
      <option value="" disabled>
        Open an example…
      </option>
      {examples.map(({ name }) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}

import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { GraphiQL } from 'graphiql';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Bar } from './bar.jsx';
import { firstTabs, isFirstVisit, readExamples } from './examples.js';
import { fetcher } from './fetcher.js';

function App({ examples, untouched }) {
  const tabs = firstTabs(examples);
  return (
    <GraphiQL
      fetcher={fetcher}
      inputValueDeprecation
      schemaDescription
      defaultTabs={tabs}
      // GraphiQL fills the first tab's query by itself, but not its variables.
      initialVariables={untouched ? tabs?.[0].variables : undefined}
      defaultEditorToolsVisibility="variables"
    >
      {/* The bar is drawn above GraphiQL, yet lives inside it: only there can it open tabs. */}
      <GraphiQL.Logo>{createPortal(<Bar examples={examples} />, document.getElementById('bar'))}</GraphiQL.Logo>
    </GraphiQL>
  );
}

const app = <App examples={await readExamples()} untouched={isFirstVisit()} />;
createRoot(document.getElementById('root')).render(app);

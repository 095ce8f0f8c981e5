import '@nafida/elements/region-picker/define.js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function RequestForm() {
  const [place, setPlace] = useState(null);
  return (
    <form action="/v1/sites/demo/echo" method="post">
      <nafida-region-picker
        name="commune"
        label="Votre commune"
        level="commune"
        min-level="commune"
        within="02"
        required
        value={place?.code ?? ''}
        onnafida-region-change={({ detail }) => setPlace(detail.place)}
      />
      <p id="chosen">{place ? `React sait : ${place.names.fr}` : 'React attend un choix.'}</p>
      <button>Envoyer</button>
      <button type="button" onClick={() => setPlace(null)}>
        Effacer
      </button>
    </form>
  );
}

createRoot(document.getElementById('form')).render(<RequestForm />);

/** What was started and must end, the last one first; also when only half of it has come to be. */
export function endings() {
  const ends = [];
  let running;
  return {
    /** Answers with a function that takes it back; when it is running or over, that does nothing. */
    add(end) {
      ends.push(end);
      return () => {
        const place = ends.indexOf(end);
        if (place !== -1) ends.splice(place, 1);
      };
    },
    /** Everybody who asks waits for the same end. */
    run() {
      running ??= endAll(ends);
      return running;
    },
  };
}

async function endAll(ends) {
  while (ends.length > 0)
    await ends
      .pop()()
      .catch((error) => console.error(error.message));
}

/** What is going on when the power goes. */
export const names = {
  creation: 'a first start',
  sending: 'people send',
  ending: 'the server ends, with a checkpoint',
  recovering: 'it starts again after another cut',
  older: 'people send, on the data of a version that did not sync',
  checkpoint: 'people send, and the log has become so long that it makes a checkpoint',
  migration: 'a start with an older schema',
};

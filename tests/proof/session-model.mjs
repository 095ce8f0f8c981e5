/**
 * What a session's seats must look like, said as simply as it can be: those who came and have not left, in the order
 * they came, have a seat as long as the places fit; from the first who does not fit on, all wait.
 */
export class SessionModel {
  capacity;
  /** In the order they came: `{ id, token, places, cancelled }`. */
  people = [];

  constructor(capacity) {
    this.capacity = capacity;
  }

  /** Places of those who have a seat. */
  get confirmed() {
    return this.states()
      .filter(({ status }) => status === 'confirmed')
      .reduce((sum, { person }) => sum + person.places, 0);
  }

  /** Status and position of everybody. */
  states() {
    let left = this.capacity;
    let position = 0;
    return this.people.map((person) => {
      if (person.cancelled) return { person, status: 'cancelled', position: null };
      if (position === 0 && person.places <= left) {
        left -= person.places;
        return { person, status: 'confirmed', position: null };
      }
      position += 1;
      return { person, status: 'waitlisted', position };
    });
  }

  stateOf(id) {
    return this.states().find(({ person }) => person.id === id);
  }
}

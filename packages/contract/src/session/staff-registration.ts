import * as z from 'zod/mini';
import { openEnum } from '../open-enum.js';
import { pageOf } from '../page.js';
import { storedAnswersSchema } from '../question/question.js';
import { languageSchema } from '../text/locale.js';
import { typedToken } from '../text/typed-code.js';
import { instantSchema } from '../time/time-schemas.js';
import { registrationNeeds, registrationSchema } from './registration.js';
import { sessionSchema } from './session.js';

const { manageToken: _manageToken, ...ownShape } = registrationSchema.shape;

/** A registration as staff see it. Name and contact are null once the time to keep them is over. */
export const staffRegistrationSchema = z.object({
  ...ownShape,
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  language: languageSchema,
  answers: storedAnswersSchema,
  needs: z.array(openEnum(registrationNeeds)),
  needsDetails: z.nullable(z.string()),
  cancelledAt: z.nullable(instantSchema),
  checkedInAt: z.nullable(instantSchema),
});

/** See {@link staffRegistrationSchema}. */
export type StaffRegistration = z.output<typeof staffRegistrationSchema>;

/** A page of a session's registrations, in the order they came. */
export const staffRegistrationPageSchema = pageOf(staffRegistrationSchema);

/** The code that a person shows at the door, in any case, with or without hyphens. */
export const checkInInputSchema = z.strictObject({
  doorCode: z
    .string()
    .check(
      z.maxLength(200, { abort: true }),
      z.overwrite(typedToken),
      z.minLength(1),
      z.maxLength(40),
    ),
});

/** Who came in; `alreadyCheckedIn` if the code was shown before. */
export const checkInSchema = z.object({
  registration: staffRegistrationSchema,
  alreadyCheckedIn: z.boolean(),
});

/** See {@link checkInSchema}. */
export type CheckIn = z.output<typeof checkInSchema>;

/** The result of a change of capacity: who has a seat now, and who has lost one, in the order of their arrival. */
export const capacityOutcomeSchema = z.object({
  session: sessionSchema,
  promoted: z.array(staffRegistrationSchema),
  moved: z.array(staffRegistrationSchema),
});

/** See {@link capacityOutcomeSchema}. */
export type CapacityOutcome = z.output<typeof capacityOutcomeSchema>;

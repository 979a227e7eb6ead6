/** CM.com delivers codes and does not check them, so the check is made here, against the challenge. */
export { attemptHint, verifyOperation as verify } from '../../shared/verifyOperation';

import { AppError } from '@shucu/kernel';

/** The Chinese sentence of the refusal that `work` ends in; throws when it is not refused. */
export async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError) return error.sentence('zh');
    throw error;
  }
  throw new Error('it was not refused');
}

import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Instructor', { description: 'A person who teaches for an organization.' })
export class InstructorType {
  @Field(() => ID, { description: 'Opaque identifier; not that of the person.' })
  id!: string;
}

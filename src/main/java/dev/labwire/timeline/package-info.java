/**
 * The timeline: events made of mentions. {@link dev.labwire.timeline.merge.Merger} is a pure function from the tellings of one
 * block to the happenings they tell of; {@link dev.labwire.timeline.Placing} is the step that keeps the stored events
 * equal to it; the resources read them. Nothing here looks at the order in which articles arrived, except to decide
 * which event keeps which id.
 */
@OpenAPIDefinition(
        info = @Info(title = "Labwire", version = "1"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "type",
                                    in = ParameterIn.QUERY,
                                    description = "Type of event",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "kind",
                                    in = ParameterIn.QUERY,
                                    description = "Kind of event",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "status",
                                    in = ParameterIn.QUERY,
                                    description = "How sure it is",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "organization",
                                    in = ParameterIn.QUERY,
                                    description = "An organisation that has any part in it, by id or name",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "fromOrganization",
                                    in = ParameterIn.QUERY,
                                    description = "The organisation that is left, by id or name",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "toOrganization",
                                    in = ParameterIn.QUERY,
                                    description = "The organisation that is joined, by id or name",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "person",
                                    in = ParameterIn.QUERY,
                                    description = "Who moves, by id or name",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "model",
                                    in = ParameterIn.QUERY,
                                    description = "The model, by id or name",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "since",
                                    in = ParameterIn.QUERY,
                                    description = "Events whose date can be that day or later",
                                    schema = @Schema(type = SchemaType.STRING, format = "date")),
                            @Parameter(
                                    name = "until",
                                    in = ParameterIn.QUERY,
                                    description = "Events whose date can be that day or earlier",
                                    schema = @Schema(type = SchemaType.STRING, format = "date")),
                            @Parameter(
                                    name = "seenSince",
                                    in = ParameterIn.QUERY,
                                    description = "Events first seen then or later",
                                    schema = @Schema(type = SchemaType.STRING, format = "date-time")),
                            @Parameter(
                                    name = "language",
                                    in = ParameterIn.QUERY,
                                    description = "Language of a source, such as en",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "tag",
                                    in = ParameterIn.QUERY,
                                    description = "Tag of a feed that a source came through",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "feed",
                                    in = ParameterIn.QUERY,
                                    description = "Id of a feed that a source came through",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "minSources",
                                    in = ParameterIn.QUERY,
                                    description = "At least that many articles tell of it",
                                    schema = @Schema(type = SchemaType.INTEGER)),
                            @Parameter(
                                    name = "minConfidence",
                                    in = ParameterIn.QUERY,
                                    description = "At least that likely, 0 to 1",
                                    schema = @Schema(type = SchemaType.NUMBER)),
                            @Parameter(
                                    name = "salience",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "primary (the default), background (career history that articles recall) or any",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "fields",
                                    in = ParameterIn.QUERY,
                                    description = "Keep only this field of each event",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "asOf",
                                    in = ParameterIn.QUERY,
                                    description = "An instant, or a day: what was believed then",
                                    schema = @Schema(type = SchemaType.STRING, format = "date-time")),
                            @Parameter(
                                    name = "changedSince",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "A cursor, from `changes` of a page, or 0: what changed after it, in the order of the changes. Events that are gone or do not pass the filters any more come as tombstones, with `gone`",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "facets",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Count the events of each value of that filter; several by repetition or between commas",
                                    schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
                            @Parameter(
                                    name = "q",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Of a list of names, a part of one. Of events, words that headline, names, roles and quotes hold, all of them; words in quotation marks in that order, begin* as a beginning, -word not; the best answers come first.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    description = "Most items on a page",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "500",
                                                    defaultValue = "50")),
                            @Parameter(
                                    name = "cursor",
                                    in = ParameterIn.QUERY,
                                    description = "Where to go on: `next` of the page before",
                                    schema = @Schema(type = SchemaType.STRING))
                        }))
@NullMarked
package dev.labwire.timeline;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullMarked;

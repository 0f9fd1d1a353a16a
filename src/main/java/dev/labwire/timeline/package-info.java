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
                                    name = "q",
                                    in = ParameterIn.QUERY,
                                    description = "Part of a name, whatever its case",
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
